#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/world/world.hpp"

/// \file benchmarks/mali.hpp
/// The scenario that the benchmarks run: Mali 2012-2016, every household of the country.

namespace bench {

/// Read configs/mali/mali-2012-2016.toml of the source tree.
/// \param settings  Overrides, as after `--set`.
[[nodiscard]] models::Scenario load_mali(std::vector<std::string> const& settings = {});

/// How much of a country a run represents, and how much of it the run had to touch.
struct Coverage {
    std::uint64_t people = 0;      ///< People of the country on the first day [people].
    std::uint64_t households = 0;  ///< Households of the country [households].
    std::uint64_t touched = 0;     ///< Of these, left home at least once [households].
    std::uint64_t departures = 0;  ///< Departures of households, repeated ones too [departures].
};

/// Count what the households of a world did so far.
[[nodiscard]] Coverage coverage_of(models::World const& world);

/// The world of a scenario on the morning of a day. \pre No later than the scenario's end.
[[nodiscard]] models::World morning_of(models::Scenario const& scenario, sim::Day day);

}  // namespace bench
