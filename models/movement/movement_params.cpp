#include "models/movement/movement_params.hpp"

namespace models {

MovementParams read_movement_params(sim::TomlTable table) {
    sim::Range const days{
        .minimum = 0.0, .maximum = 10'000.0, .unit = "day", .minimum_excluded = true};
    MovementParams params;
    params.speed_km_per_day = table.number(
        "speed_km_per_day",
        {.minimum = 0.0, .maximum = 2'000.0, .unit = "km/day", .minimum_excluded = true});
    params.redeploy_days = table.number("redeploy_days", days);
    params.offensive_redeploy_days = table.number("offensive_redeploy_days", days);
    params.patrol_share = table.number("patrol_share", {.minimum = 0.0, .maximum = 1.0});
    params.hide_days = table.number("hide_days", days);
    return params;
}

}  // namespace models
