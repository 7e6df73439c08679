#pragma once

/// \file models/app/interrupt.hpp
/// SIGINT and SIGTERM: once, finish the day; twice, leave at once.

namespace models {

/// From now on the first SIGINT or SIGTERM is noted, and the second ends the program with exit code
/// 75. What is in a `.part` then ends at its last flush.
void catch_interrupts();

/// Whether one came.
[[nodiscard]] bool is_interrupted() noexcept;

}  // namespace models
