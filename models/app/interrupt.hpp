#pragma once

/// \file models/app/interrupt.hpp
/// SIGINT, SIGTERM and SIGUSR1: once, finish the day; twice, leave at once.

namespace models {

/// From now on the first SIGINT, SIGTERM or SIGUSR1 is noted, and the second ends the program with
/// exit code 75. What is in a `.part` then ends at its last flush. SIGUSR1 is what schedulers send
/// before the wall time; unlike SIGTERM, mpirun passes it on to its ranks without killing them.
void catch_interrupts();

/// Whether one came.
[[nodiscard]] bool is_interrupted() noexcept;

}  // namespace models
