#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/displacement/displacement_params.hpp"
#include "models/world/world.hpp"

/// \file benchmarks/kernel_race.hpp
/// The dense kernel beside the bare loop, by turns in the same minute.

namespace bench {

/// One kernel with one number of threads.
struct Runner {
    std::string name;           ///< For people.
    int threads = 1;            ///< Threads it may use.
    std::vector<double> clock;  ///< Time of each turn by the clock [s].
    std::vector<double> cpu;    ///< Processor time of each turn, of the busiest thread [s].
};

/// What a race found.
struct KernelRace {
    std::string country;          ///< What was decided for.
    double households = 0.0;      ///< Decisions of a turn [households].
    std::size_t strata = 0;       ///< Rows of the table that the bare loop looks up [strata].
    std::vector<Runner> runners;  ///< Each kernel with 1 thread, then each with all.
};

/// Decide one day of a world by turns: the bare loop (decide_bare()), the dense kernel
/// (models::decide_flight()), and the dense kernel after making its table of probabilities
/// (models::flight_probabilities()); each with 1 thread and with all.
[[nodiscard]] KernelRace race_kernels(std::string country, models::World const& world,
                                      models::FlightParams const& params, int turns);

/// Print speeds, the ratio of dense to bare and what more threads bring, with their bars: by the
/// clock in the fastest turns, which a busy machine disturbs, and in the median by the processor
/// time of the busiest thread, which it hardly does.
void print(KernelRace const& race);

}  // namespace bench
