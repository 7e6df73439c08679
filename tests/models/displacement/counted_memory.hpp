#pragma once

#include <cstddef>

/// \file tests/models/displacement/counted_memory.hpp
/// How much memory a test program holds. A program that uses it counts every allocation.

namespace models::test {

/// Whether memory is counted: a sanitizer has an allocator of its own, which is left alone.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool counts_memory = false;
#else
inline constexpr bool counts_memory = true;
#endif

/// Memory that `operator new` gave out and that is still held, as the allocator rounds it [byte].
[[nodiscard]] std::size_t bytes_held() noexcept;

}  // namespace models::test
