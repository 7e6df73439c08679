#include "models/hostages/hostages_params.hpp"

namespace models {

HostagesParams read_hostages_params(sim::TomlTable const& table) {
    auto const number = [&](char const* key, double minimum, double maximum, char const* unit) {
        return table.number(key, {.minimum = minimum, .maximum = maximum, .unit = unit});
    };
    auto const positive = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e12, .unit = unit, .minimum_excluded = true});
    };
    HostagesParams params;
    params.rate = number("rate", 0.0, 1.0, "1/day");
    params.half_strength = positive("half_strength", "people");
    params.half_funds = positive("half_funds", "USD");
    params.poor_share = number("poor_share", 0.0, 1.0, "");
    params.city_people = number("city_people", 0.0, 1e8, "people");
    params.population_power = number("population_power", 0.0, 4.0, "");
    params.publicity = number("publicity", 1.0, 1e3, "");
    params.gunmen = number("gunmen", 1.0, 1e3, "people");
    params.gunman_dies = number("gunman_dies", 0.0, 1.0, "");
    params.wounded_per_death = number("wounded_per_death", 0.0, 1e3, "people");
    params.deaths = read_death_toll(table.table("deaths"));
    return params;
}

}  // namespace models
