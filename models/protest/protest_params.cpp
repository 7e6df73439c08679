#include "models/protest/protest_params.hpp"

namespace models {

ProtestParams read_protest_params(sim::TomlTable const& table) {
    sim::Range const share{.minimum = 0.0, .maximum = 1.0};
    sim::Range const factor{.minimum = 0.0, .maximum = 1e3};
    auto const above_zero = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true});
    };
    ProtestParams params;
    params.rate = table.number("rate", {.minimum = 0.0, .maximum = 10.0, .unit = "per day"});
    params.half_people = above_zero("half_people", "people");
    params.grievance_pull = table.number("grievance_pull", factor);
    params.grievance_half = above_zero("grievance_half", "events");
    params.legitimacy_pull = table.number("legitimacy_pull", factor);
    params.exclusion_pull = table.number("exclusion_pull", factor);
    params.scripted_rate =
        table.number("scripted_rate", {.minimum = 0.0, .maximum = 10.0, .unit = "per day"});
    params.repressed_share = table.number("repressed_share", share);
    params.fatal_share = table.number("fatal_share", share);
    params.death_again =
        table.number("death_again", {.minimum = 0.0, .maximum = 1.0, .maximum_excluded = true});
    params.wounded = table.number("wounded", {.minimum = 0.0, .maximum = 1e4, .unit = "people"});
    params.wounded_per_death = table.number("wounded_per_death", factor);
    params.legitimacy_loss = table.number("legitimacy_loss", share);
    params.legitimacy_loss_of_death = table.number("legitimacy_loss_of_death", share);
    return params;
}

}  // namespace models
