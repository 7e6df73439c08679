#include "models/mediation/mediation_params.hpp"

namespace models {

MediationParams read_mediation_params(sim::TomlTable const& table) {
    sim::Range const share{.minimum = 0.0, .maximum = 1.0};
    sim::Range const time_scale{.minimum = 0.0, .unit = "day", .minimum_excluded = true};
    MediationParams params;
    params.scripted_rounds = table.boolean("scripted_rounds");
    params.spontaneous = table.boolean("spontaneous");
    params.memory_days = table.number("memory_days", time_scale);
    params.half_deaths =
        table.number("half_deaths", {.minimum = 0.0, .unit = "people", .minimum_excluded = true});
    params.begin_rate = table.number("begin_rate", {.minimum = 0.0, .unit = "1/day"});
    params.round_days = table.number("round_days", time_scale);
    params.success = table.number("success", share);
    params.give_up = table.number("give_up", share);
    params.jihadist_will = table.number("jihadist_will", share);
    params.held_days = table.number("held_days", {.minimum = 0.0, .unit = "day"});
    return params;
}

}  // namespace models
