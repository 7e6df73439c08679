#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/synthetic_map.hpp"

/// \file benchmarks/population_runs.hpp
/// What a run costs in countries of many residents, and of few, with as many that move.

namespace bench {

/// A country to run.
struct PopulationCase {
    std::string name;       ///< For people.
    SyntheticMapSize size;  ///< Its residents.
    double urge = 1.0;      ///< Factor on how many move [1].
};

/// What running it took.
struct PopulationRun {
    PopulationCase country;
    double households = 0.0;          ///< Households of the country [households].
    double make_seconds = 0.0;        ///< To make the first world, by the clock [s].
    double bytes_at_rest = 0.0;       ///< Of the store, by household [byte].
    double resident_bytes = 0.0;      ///< Memory more than before it was made, by household [byte].
    double departures = 0.0;          ///< Households that left home [households].
    std::vector<double> seconds;      ///< Processor time of each run [s].
    std::uint64_t people_before = 0;  ///< People on the first morning [people].
    std::uint64_t people_after = 0;   ///< People counted again after the last run [people].
    bool is_conserved = false;        ///< They are as many, and every running sum is true.
    double peak_mib = 0.0;            ///< Most memory of the process up to its first world [MiB].
};

/// Days of each run [d].
inline constexpr std::uint32_t population_days = 365;

/// Run every country, by turns, with one thread, from copies of its first world.
[[nodiscard]] std::vector<PopulationRun> run_populations(std::vector<PopulationCase> const& cases,
                                                         std::size_t turns);

/// Print what they took, each against the first.
void print(std::vector<PopulationRun> const& runs);

}  // namespace bench
