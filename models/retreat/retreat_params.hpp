#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/retreat/retreat_params.hpp
/// When a state leaves its posts, and what it does for people where it stays.
/// models/retreat/README.md has the formulas.

namespace models {

/// Parameters of the state's retreat. Checked when the scenario is read.
struct RetreatParams {
    // Expected loss and value of a post, on one scale.
    double loss_per_event = 0.0;   ///< Loss for each recent event there [value/event], >= 0.
    double loss_to_enemies = 0.0;  ///< Loss where enemies alone are near [value], >= 0.
    double value_of_post = 1.0;    ///< Value of any post [value], > 0.
    double value_of_people = 0.0;  ///< Value added by a large town [value], >= 0.
    double half_people = 1.0;      ///< People of a place that have half of it [people], > 0.
    double value_of_road = 0.0;    ///< Value added by a road through it [value], >= 0.

    double leave_rate = 0.0;   ///< Rate of leaving for each value that is lost twice [1/day], >= 0.
    double return_rate = 0.0;  ///< Rate of coming back while it is calm [1/day], >= 0.
    double calm_events = 1.0;  ///< It is calm below this threat [events], > 0.

    double fall_days = 1.0;  ///< Services fall by exp(-1) where the state is gone [day], > 0.
    double rise_days = 1.0;  ///< What is missing falls so where it holds in calm [day], > 0.
};

/// Read the section `[retreat]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] RetreatParams read_retreat_params(sim::TomlTable const& table);

}  // namespace models
