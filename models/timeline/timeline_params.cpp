#include "models/timeline/timeline_params.hpp"

namespace models {

TimelineParams read_timeline_params(sim::TomlTable const& table) {
    TimelineParams params;
    params.cohesion_recovery_days = table.number(
        "cohesion_recovery_days", {.minimum = 0.0, .unit = "day", .minimum_excluded = true});
    params.offensive_share =
        table.number("offensive_share", {.minimum = 0.0, .maximum = 1.0, .maximum_excluded = true});
    params.scripted_collapse = table.boolean("scripted_collapse");
    return params;
}

}  // namespace models
