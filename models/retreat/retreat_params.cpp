#include "models/retreat/retreat_params.hpp"

namespace models {

RetreatParams read_retreat_params(sim::TomlTable const& table) {
    auto const at_least_zero = [&](char const* key, char const* unit) {
        return table.number(key, {.minimum = 0.0, .maximum = 1e6, .unit = unit});
    };
    auto const above_zero = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true});
    };
    RetreatParams params;
    params.loss_per_event = at_least_zero("loss_per_event", "value per event");
    params.loss_to_enemies = at_least_zero("loss_to_enemies", "value");
    params.value_of_post = above_zero("value_of_post", "value");
    params.value_of_people = at_least_zero("value_of_people", "value");
    params.half_people = above_zero("half_people", "people");
    params.value_of_road = at_least_zero("value_of_road", "value");
    params.leave_rate = at_least_zero("leave_rate", "per day");
    params.return_rate = at_least_zero("return_rate", "per day");
    params.calm_events = above_zero("calm_events", "events");
    params.fall_days = above_zero("fall_days", "days");
    params.rise_days = above_zero("rise_days", "days");
    return params;
}

}  // namespace models
