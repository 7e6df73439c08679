#include "models/explosives/explosives_params.hpp"

namespace models {

ExplosivesParams read_explosives_params(sim::TomlTable const& table) {
    auto const positive = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true});
    };
    auto const rate = [&](char const* key) {
        return table.number(key, {.minimum = 0.0, .maximum = 1e3, .unit = "1/day"});
    };
    sim::Range const share{.minimum = 0.0, .maximum = 1.0};
    ExplosivesParams params;
    params.band = positive("band", "people");
    params.lay_rate = rate("lay_rate");
    params.lies_low = table.number("lies_low", {.minimum = 1.0, .maximum = 1e3});
    params.other_families = table.number("other_families", share);
    params.road_km = table.number("road_km", {.minimum = 0.0, .maximum = 1e3, .unit = "km"});
    params.life_days = positive("life_days", "day");
    params.strike_patrol = rate("strike_patrol");
    params.strike_transit = rate("strike_transit");
    params.strike_garrison = rate("strike_garrison");
    params.strike_civilians = rate("strike_civilians");
    params.half_traffic = positive("half_traffic", "people");
    params.find_rate = rate("find_rate");
    params.information_half = positive("information_half", "events");
    params.armour = table.number("armour", share);
    params.wounded_per_death =
        table.number("wounded_per_death", {.minimum = 0.0, .maximum = 1e3, .unit = "people"});
    auto const deaths = table.table("deaths");
    params.deaths = read_death_toll(deaths);
    params.deaths.civilian_share = deaths.number("civilian_share", share);
    return params;
}

}  // namespace models
