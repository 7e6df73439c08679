#include "models/displacement/displacement_params.hpp"

#include <algorithm>

namespace models {
namespace {

sim::Range at_least_zero(char const* unit = "") {
    return {.minimum = 0.0, .maximum = 1e9, .unit = unit};
}

sim::Range above_zero(char const* unit = "") {
    return {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true};
}

sim::Range probability(double most = 1.0) {
    return {.minimum = 0.0, .maximum = most, .unit = "per day"};
}

ByCommunity read_by_community(sim::TomlTable table, sim::Range const& range) {
    ByCommunity factors{};
    for (std::size_t row = 0; row < factors.size(); ++row) {
        auto const community = table.table(community_names[row]);
        factors[row] = {.armed_group = community.number("armed_group", range),
                        .otherwise = community.number("otherwise", range)};
    }
    return factors;
}

FlightParams read_flight(sim::TomlTable table) {
    FlightParams params;
    params.rate_threat = table.number("rate_threat", at_least_zero("1/day/event"));
    params.threat_half = table.number("threat_half", above_zero("events"));
    params.rate_region = table.number("rate_region", at_least_zero("1/day"));
    params.region_half = table.number("region_half", above_zero("events"));
    params.rate_takeover = table.number("rate_takeover", at_least_zero("1/day"));
    params.food_effect = table.number("food_effect", at_least_zero());
    params.crowd_people = table.number("crowd_people", above_zero("people"));
    params.crowd_power = table.number("crowd_power", {.minimum = 0.0, .maximum = 1.0});
    params.frailty = table.number_or("frailty", 0.0, {.minimum = 0.0, .maximum = 100.0});
    params.max_rate = table.number("max_rate", at_least_zero("1/day"));
    params.exposure = read_by_community(table.table("exposure"), at_least_zero());
    return params;
}

TravelParams read_travel(sim::TomlTable table) {
    sim::Range const speed{.minimum = 0.1, .maximum = 10'000.0, .unit = "km/day"};
    sim::IntegerRange const days{.minimum = 1, .maximum = 10'000, .unit = "days"};
    TravelParams params;
    params.walk_km_per_day = table.number("walk_km_per_day", speed);
    params.route_km_per_day = table.number("route_km_per_day", speed);
    params.closures_known = table.number("closures_known", {.minimum = 0.0, .maximum = 1.0});
    params.patience_days = static_cast<std::uint32_t>(table.integer("patience_days", days));
    return params;
}

std::vector<KinFactor> read_kin(sim::TomlTable table) {
    for (auto const& key : table.keys()) {
        auto const known =
            std::find(community_names.begin(), community_names.end(), std::string_view{key});
        if (known == community_names.end()) {
            table.error(key, "(not a community). Correct the name.");
        }
    }
    std::vector<KinFactor> kin;
    for (std::size_t row = 0; row < community_count; ++row) {
        auto const community = table.table_if(community_names[row]);
        if (!community) continue;
        for (auto const& name : community->keys()) {
            kin.push_back({.community = static_cast<Community>(row),
                           .name = name,
                           .factor = community->number(name, at_least_zero())});
        }
    }
    return kin;
}

DestinationParams read_destination(sim::TomlTable table) {
    sim::Range const power{.minimum = 0.0, .maximum = 10.0};
    sim::IntegerRange const tries{.minimum = 1, .maximum = 10'000, .unit = "draws"};
    DestinationParams params;
    params.camp = table.number("camp", at_least_zero());
    params.foreign_town = table.number("foreign_town", at_least_zero());
    params.town = table.number("town", at_least_zero());
    params.base_population = table.number("base_population", above_zero("people"));
    params.population_power = table.number("population_power", power);
    params.distance_power = table.number("distance_power", power);
    params.softening_km = table.number("softening_km", above_zero("km"));
    params.threat_limit = table.number("threat_limit", above_zero("events"));
    params.takeover_limit = table.number("takeover_limit", above_zero());
    params.network = table.number("network", {.minimum = 0.0, .maximum = 1e6});
    params.tries = static_cast<std::uint32_t>(table.integer("tries", tries));
    if (auto const kin = table.table_if("kin")) params.kin = read_kin(*kin);
    return params;
}

ReturnParams read_return(sim::TomlTable table) {
    ReturnParams params;
    params.displaced = table.number("displaced", probability());
    params.refugee = table.number("refugee", probability());
    params.threat_scale = table.number("threat_scale", above_zero("events"));
    params.takeover_scale = table.number("takeover_scale", above_zero());
    params.tenure_days = table.number("tenure_days", above_zero("days"));
    params.displaced_again = table.number("displaced_again", probability(1.0 - params.displaced));
    params.services_floor =
        table.number_or("services_floor", 1.0, {.minimum = 0.0, .maximum = 1.0});
    params.home = read_by_community(table.table("home"), {.minimum = 0.0, .maximum = 1.0});
    return params;
}

}  // namespace

DisplacementParams read_displacement_params(sim::TomlTable table) {
    return {.flight = read_flight(table.table("flight")),
            .travel = read_travel(table.table("travel")),
            .destination = read_destination(table.table("destination")),
            .return_home = read_return(table.table("return"))};
}

}  // namespace models
