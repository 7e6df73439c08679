#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// \file benchmarks/flee_report.hpp
/// What flee_benchmark measured, in words that compare it.

namespace bench {

/// CPU seconds of every repetition, by what was done.
using Phases = std::map<std::string, std::vector<double>>;

/// Runs of one network under one rule set.
struct NetworkRuns {
    Phases seconds;
    double agent_days = 0.0;  ///< People displaced, over all days; those of one run.
    double displaced = 0.0;   ///< Most people away from home on a day [people].
    double links = 0.0;       ///< Links that agents or households set out along.
    double choices = 0.0;     ///< Choices of a destination; of a link under Flee's rules.
    double tables = 0.0;      ///< Tables of destinations that were made.
};

/// Runs of an instance from its files to the files written.
struct WholeRuns {
    std::vector<double> clock;  ///< [s]
    std::vector<double> cpu;    ///< [s]
    Phases seconds;             ///< By the clock.
    double agent_days = 0.0;    ///< Of one run.
};

/// Everything that was measured.
struct FleeSamples {
    std::map<std::pair<std::string, std::uint32_t>, NetworkRuns> networks;  ///< By rules, places.
    std::map<std::string, WholeRuns> mali;                                  ///< By rules.
};

/// Print rates, ratios and whether the bars are reached, of what was measured.
void print_flee_report(FleeSamples const& samples);

}  // namespace bench
