#pragma once

#include <cstddef>

#include "sim/base/sanitizers.hpp"

/// \file tests/models/displacement/counted_memory.hpp
/// How much memory a test program holds. A program that uses it counts every allocation.

namespace models::test {

/// Whether memory is counted: a sanitizer has an allocator of its own, which is left alone.
inline constexpr bool counts_memory = !SIM_HAS_SANITIZER;

/// Memory that `operator new` gave out and that is still held, as the allocator rounds it [byte].
[[nodiscard]] std::size_t bytes_held() noexcept;

}  // namespace models::test
