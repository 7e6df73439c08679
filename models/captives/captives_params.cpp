#include "models/captives/captives_params.hpp"

namespace models {

CaptivesParams read_captives_params(sim::TomlTable const& table) {
    auto const positive = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true});
    };
    auto const rate = [&](char const* key) {
        return table.number(key, {.minimum = 0.0, .maximum = 1e3, .unit = "1/day"});
    };
    CaptivesParams params;
    params.taken_share = table.number("taken_share", {.minimum = 0.0, .maximum = 1.0});
    params.execution_rate = rate("execution_rate");
    params.largest = table.number("largest", {.minimum = 1.0, .maximum = 1e5, .unit = "people"});
    params.held_days = positive("held_days", "day");
    params.informer_rate = rate("informer_rate");
    params.band = positive("band", "people");
    params.half_people = positive("half_people", "people");
    params.information_half = positive("information_half", "events");
    params.informers = read_death_toll(table.table("informers"));
    return params;
}

}  // namespace models
