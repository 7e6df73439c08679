#include "models/peacekeeping/peacekeeping_params.hpp"

namespace models {

PeacekeepingParams read_peacekeeping_params(sim::TomlTable const& table) {
    auto const share = [&](char const* key) {
        return table.number(key, {.minimum = 0.0, .maximum = 1.0});
    };
    auto const above_zero = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e6, .unit = unit, .minimum_excluded = true});
    };
    PeacekeepingParams params;
    params.reach_km = above_zero("reach_km", "km");
    params.half_troops = above_zero("half_troops", "people");
    params.civilians = share("civilians");
    params.battles = share("battles");
    params.rotation_days =
        table.number("rotation_days", {.minimum = 1.0, .maximum = 1e6, .unit = "day"});
    params.rotation_loss = share("rotation_loss");
    params.learning_days = above_zero("learning_days", "day");
    return params;
}

}  // namespace models
