#include "models/communal/communal_params.hpp"

namespace models {

CommunalParams read_communal_params(sim::TomlTable const& table) {
    auto const number = [&](char const* key, double minimum, char const* unit) {
        return table.number(key, {.minimum = minimum, .maximum = 1e6, .unit = unit});
    };
    auto const positive = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true});
    };
    CommunalParams params;
    params.gain = number("gain", 0.0, "1/day/event");
    params.revenge_limit = positive("revenge_limit", "events");
    params.half_people = positive("half_people", "people");
    params.reach_km = positive("reach_km", "km");
    params.militia_rate = number("militia_rate", 1.0, "");
    params.militia_deaths = number("militia_deaths", 1.0, "");
    params.dispute_rate = number("dispute_rate", 0.0, "events/day");
    params.food_effect = number("food_effect", 0.0, "");
    params.retreat_effect = number("retreat_effect", 0.0, "");
    params.massacre_harm = number("massacre_harm", 0.0, "events");
    params.massacre_death = number("massacre_death", 0.0, "events");
    params.wounded_per_death = number("wounded_per_death", 0.0, "people");
    params.deaths = read_death_toll(table.table("deaths"));
    return params;
}

}  // namespace models
