#pragma once

#include "models/flee/instance.hpp"
#include "models/scenario/scenario.hpp"
#include "sim/config/toml_file.hpp"

/// \file models/scenario/flee_scenario.hpp
/// A Flee instance as a scenario of our own: its places and links as the map, its conflicts as the
/// war. What follows is models/displacement, as in any other scenario.

namespace models {

/// Make a scenario of an instance.
///
/// Every place is a cell, with its population at home in households; camps, and towns that are not
/// in conflict, are where they may go. Of the documented counts nothing is used. The scenario
/// begins `flee.lead_days` before the instance, with the conflicts and closures of its first day,
/// so that those who fled before are on their way or there. One person is one agent of the
/// instance: `hasten` people. models/flee/README.md describes the rest.
///
/// \param parameters  Sections `world`, `conflict_table` and `displacement` as in other scenarios,
///                    and `flee` (configs/flee/displacement.toml).
/// \throws InputError with file, line and key; also if no place that is no camp has people.
[[nodiscard]] Scenario flee_scenario(flee::Instance const& instance,
                                     sim::TomlFile const& parameters);

/// Days of a scenario of an instance before its own first day [d].
[[nodiscard]] std::uint32_t lead_days(Scenario const& scenario, flee::Instance const& instance);

}  // namespace models
