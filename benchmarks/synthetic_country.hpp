#pragma once

#include <cstdint>

#include "benchmarks/synthetic_map.hpp"
#include "models/scenario/scenario.hpp"
#include "models/world/world.hpp"
#include "sim/schedule/schedule.hpp"

/// \file benchmarks/synthetic_country.hpp
/// A country that does not exist, of any size, under a violence that does not depend on it:
/// for asking what a run costs. Made in code, and run by the rules of displacement alone.

namespace bench {

/// A scenario whose households flee, travel, settle and return as those of Mali do, at a rate that
/// is divided by the density of the map. So the number that leave is the same at any density, but
/// for the few who have left already.
///
/// \param urge  Factor on the rate at which households leave [1], >= 0.
[[nodiscard]] models::Scenario synthetic_scenario(SyntheticMapSize const& size, double urge = 1.0);

/// The day of a synthetic scenario: its violence, then models::daily_schedule().
///
/// Every thirty days, threat and loss of control come to a twelfth of the cells, each in turn, and
/// fade in a month or two; so people flee, and return once it is calm at home.
[[nodiscard]] sim::Schedule<models::World> synthetic_schedule(models::Scenario const& scenario,
                                                              models::World const& world);

}  // namespace bench
