#include "models/attack/attack_params.hpp"

#include <algorithm>
#include <string>

namespace models {
namespace {

sim::Range at_least_zero(char const* unit = "") {
    return {.minimum = 0.0, .maximum = 1e9, .unit = unit};
}

sim::Range above_zero(char const* unit = "") {
    return {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true};
}

Tactics read_tactics(sim::TomlTable table) {
    Tactics weights{};
    for (auto const kind :
         {EventKind::armed_clash, EventKind::remote_explosive, EventKind::shelling,
          EventKind::suicide_bomb, EventKind::complex_attack}) {
        auto const row = static_cast<std::size_t>(kind);
        weights[row] = table.number(std::string(event_kind_names[row]), at_least_zero());
    }
    double sum = 0.0;
    for (double const weight : weights) sum += weight;
    if (!(sum > 0.0)) table.error("armed_clash", "one weight of a table of tactics must be > 0");
    return weights;
}

FatalityParams read_fatalities(sim::TomlTable table) {
    FatalityParams params = read_death_toll(table);
    params.civilian_share = table.number("civilian_share", {.minimum = 0.0, .maximum = 1.0});
    params.attacker_odds = table.number("attacker_odds", at_least_zero());
    return params;
}

}  // namespace

PerClass read_per_class(sim::TomlTable table, sim::Range const& range) {
    PerClass values{};
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (static_cast<ActorClass>(row) == ActorClass::civilian) continue;
        values[row] = table.number(std::string(actor_class_names[row]), range);
    }
    return values;
}

AttackParams read_attack_params(sim::TomlTable table) {
    AttackParams params;
    params.rate = read_per_class(table.table("rate"), at_least_zero("events/day"));
    params.value = read_per_class(table.table("value"), at_least_zero());
    params.band = table.number("band", above_zero("people"));
    params.half_contact = table.number("half_contact", above_zero("targets"));
    params.contact_km = table.number("contact_km", above_zero("km"));
    auto exposure = table.table("exposure");
    params.exposure_garrison = exposure.number("garrison", at_least_zero());
    params.exposure_patrol = exposure.number("patrol", at_least_zero());
    params.exposure_transit = exposure.number("transit", at_least_zero());
    params.exposure_hide = exposure.number("hide", at_least_zero());
    params.deterrence = table.number("deterrence", at_least_zero());
    params.deterrence_hide = table.number("deterrence_hide", at_least_zero());
    params.civilian_value = table.number("civilian_value", at_least_zero());
    params.half_population = table.number("half_population", above_zero("people"));
    params.own_community = table.number("own_community", {.minimum = 0.0, .maximum = 1.0});
    params.information_half = table.number("information_half", above_zero("events"));
    params.pact_mercy = table.number("pact_mercy", {.minimum = 0.0, .maximum = 1.0});
    params.pact_suspicion = table.number("pact_suspicion", {.minimum = 1.0, .maximum = 1e3});
    params.momentum_limit = table.number("momentum_limit", above_zero());
    auto const season = table.numbers("season", at_least_zero());
    if (season.size() != params.season.size()) {
        table.error("season", "must hold 12 numbers, January to December");
    }
    std::copy(season.begin(), season.end(), params.season.begin());
    auto tactics = table.table("tactics");
    params.conventional = read_tactics(tactics.table("conventional"));
    params.asymmetric = read_tactics(tactics.table("asymmetric"));
    params.regular = read_tactics(tactics.table("regular"));
    params.air_rate = read_per_class(table.table("air_rate"), at_least_zero("events/day"));
    params.air_half_contact = table.number("air_half_contact", above_zero("units"));
    auto fatalities = table.table("fatalities");
    for (std::size_t row = 0; row <= static_cast<std::size_t>(EventKind::attack_on_civilians);
         ++row) {
        params.fatalities[row] =
            read_fatalities(fatalities.table(std::string(event_kind_names[row])));
    }
    params.wounded_per_death = table.number("wounded_per_death", at_least_zero("people"));
    return params;
}

}  // namespace models
