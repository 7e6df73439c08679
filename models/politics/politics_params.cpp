#include "models/politics/politics_params.hpp"

namespace models {

PoliticsParams read_politics_params(sim::TomlTable const& table) {
    auto const share = [&](char const* key, double most = 1.0) {
        return table.number(key, {.minimum = 0.0, .maximum = most});
    };
    auto const rate = [&](char const* key) {
        return table.number(key, {.minimum = 0.0, .unit = "1/day"});
    };
    auto const effect = [&](char const* key) { return table.number(key, {.minimum = 0.0}); };
    auto const positive = [&](char const* key, char const* unit) {
        return table.number(key, {.minimum = 0.0, .unit = unit, .minimum_excluded = true});
    };
    PoliticsParams params;
    params.betrayal = table.boolean("betrayal");
    params.split = table.boolean("split");
    params.merger = table.boolean("merger");
    params.coup = table.boolean("coup");
    params.memory_days = positive("memory_days", "day");
    params.betrayal_rate = rate("betrayal_rate");
    params.kin_loyalty = share("kin_loyalty");
    params.alliance_rate = rate("alliance_rate");
    params.stranger_trust = share("stranger_trust");
    params.split_rate = rate("split_rate");
    params.concession_effect = effect("concession_effect");
    params.concession_days = table.number("concession_days", {.minimum = 0.0, .unit = "day"});
    params.strike_effect = effect("strike_effect");
    params.spoils_effect = effect("spoils_effect");
    params.split_least = table.number("split_least", {.minimum = 0.0, .unit = "people"});
    params.split_share = share("split_share", 0.5);
    params.banditry_share = share("banditry_share");
    params.merger_rate = rate("merger_rate");
    params.merger_half = positive("merger_half", "people");
    params.coup_rate = rate("coup_rate");
    params.coup_half_losses = positive("coup_half_losses", "people");
    params.coup_cohesion = share("coup_cohesion");
    params.coup_legitimacy = share("coup_legitimacy");
    params.coup_flight = share("coup_flight");
    params.legitimacy_level = share("legitimacy_level");
    params.legitimacy_days = positive("legitimacy_days", "day");
    return params;
}

}  // namespace models
