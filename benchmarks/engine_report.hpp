#pragma once

#include <map>
#include <string>
#include <vector>

/// \file benchmarks/engine_report.hpp
/// What engine_benchmark measured, in words that compare it.

namespace bench {

/// Samples of one piece of work.
struct Samples {
    double agent_steps = 0.0;   ///< Of one sample: agents x steps, or random words.
    double moves = 0.0;         ///< Of one sample, the last: agents that changed their cell.
    std::vector<double> clock;  ///< By the clock [s]; shape (samples).
    std::vector<double> cpu;    ///< Of all threads together [s]; shape (samples).
};

/// Samples by what was done: its name, then "/threads:N" or "/plain".
using EngineSamples = std::map<std::string, Samples>;

/// Print rates, ratios and whether the bars are reached, of what was measured.
void print_engine_report(EngineSamples const& found);

}  // namespace bench
