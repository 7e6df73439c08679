#include "tests/models/displacement/counted_memory.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace models::test {
namespace {

// There is one memory, so its count is the one variable that a whole program shares.
std::atomic<std::size_t>& count() noexcept {
    static std::atomic<std::size_t> bytes{0};
    return bytes;
}

}  // namespace

std::size_t bytes_held() noexcept {
    return count();
}

}  // namespace models::test

#if !SIM_HAS_SANITIZER

void* operator new(std::size_t size) {
    void* const memory = std::malloc(size > 0 ? size : 1);
    if (memory == nullptr) throw std::bad_alloc{};
    models::test::count() += malloc_usable_size(memory);
    return memory;
}

void operator delete(void* memory) noexcept {
    if (memory != nullptr) models::test::count() -= malloc_usable_size(memory);
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}

#endif
