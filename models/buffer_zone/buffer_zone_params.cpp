#include "models/buffer_zone/buffer_zone_params.hpp"

namespace models {

BufferZoneParams read_buffer_zone_params(sim::TomlTable const& table) {
    BufferZoneParams params;
    params.leave_days =
        table.number("leave_days", {.minimum = 0.0, .unit = "day", .minimum_excluded = true});
    params.grace_days = table.number("grace_days", {.minimum = 0.0, .unit = "day"});
    params.enforcement = table.number("enforcement", {.minimum = 0.0, .maximum = 1.0});
    params.half_strength =
        table.number("half_strength", {.minimum = 0.0, .unit = "rebels", .minimum_excluded = true});
    params.defy_rate = table.number("defy_rate", {.minimum = 0.0, .unit = "1/day"});
    params.defy_reach_km = table.number("defy_reach_km", {.minimum = 0.0, .unit = "km"});
    return params;
}

}  // namespace models
