#pragma once

#include <cstdint>
#include <vector>

/// \file benchmarks/measure.hpp
/// What every benchmark program does around its measurements.

namespace bench {

/// Say what is measured and where (commit, compiler, flags, processor), then run the benchmarks
/// that the command line selects.
/// \return The exit code of the program.
int run_benchmarks(int argc, char** argv);

/// Most memory that this process ever held [MiB].
[[nodiscard]] double peak_memory_mib();

/// Memory that this process holds now [MiB].
[[nodiscard]] double resident_memory_mib();

/// Processor time that all threads of this process took so far [s].
[[nodiscard]] double cpu_seconds();

/// Processor time that each of the threads that sim::for_rows() uses took so far [s]; shape
/// (sim::threads()). Waiting counts too, unless OMP_WAIT_POLICY=passive was set before the start.
[[nodiscard]] std::vector<double> thread_cpu_seconds();

/// The middle one of \p values, or the mean of the middle two; 0 without any.
[[nodiscard]] double median(std::vector<double> values);

/// Numbers of threads to compare: 1, and all that the machine has if that is more.
[[nodiscard]] std::vector<int> thread_counts();

}  // namespace bench
