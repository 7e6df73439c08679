#include "models/election/election_params.hpp"

namespace models {

ElectionParams read_election_params(sim::TomlTable const& table) {
    sim::Range const share{.minimum = 0.0, .maximum = 1.0};
    ElectionParams params;
    params.attack_bonus = table.number("attack_bonus", {.minimum = 0.0});
    params.half_threat =
        table.number("half_threat", {.minimum = 0.0, .unit = "events", .minimum_excluded = true});
    params.usual_turnout = table.number("usual_turnout", share);
    params.enough_turnout = table.number("enough_turnout", share);
    params.legitimacy_gain = table.number("legitimacy_gain", {.minimum = 0.0});
    return params;
}

}  // namespace models
