#pragma once

#include <cstdint>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/world/world.hpp"
#include "sim/random/stream.hpp"

/// \file benchmarks/flee/moves.hpp
/// What households do in a run under our own rules.

namespace bench {

/// A choice of destination.
struct Choice {
    models::MoverId mover;
    models::PlaceId from;  ///< Where the household stood.
};

/// What all households did from the first day to the last.
struct Moves {
    std::vector<Choice> choices;    ///< In order, those that found no place included.
    std::uint64_t links = 0;        ///< Links travelled, out or home.
    std::uint64_t departures = 0;   ///< Households that left home, each time.
    std::uint64_t people_days = 0;  ///< People away from home, over all days [people d].
    std::uint64_t most_away = 0;    ///< Most people away on a day [people].
    models::World world;            ///< After the last day.
};

/// Run a scenario and count. Slower than the run alone.
[[nodiscard]] Moves count_moves(models::Scenario const& scenario, sim::Seed seed);

}  // namespace bench
