#pragma once

#include <cstddef>

/// \file tests/models/displacement/counted_memory.hpp
/// How much memory a test program holds. A program that uses it counts every allocation.

namespace models::test {

/// Memory that `operator new` gave out and that is still held, as the allocator rounds it [byte].
[[nodiscard]] std::size_t bytes_held() noexcept;

}  // namespace models::test
