#include "models/aftermath/aftermath_params.hpp"

namespace models {

AftermathParams read_aftermath_params(sim::TomlTable const& table) {
    auto const amount = [&](char const* key, char const* unit) {
        return table.number(key, {.minimum = 0.0, .maximum = 1e6, .unit = unit});
    };
    AftermathParams params;
    params.reach_km = table.number(
        "reach_km", {.minimum = 0.0, .maximum = 1e3, .unit = "km", .minimum_excluded = true});
    params.threat_of_event = amount("threat_of_event", "events");
    params.threat_of_death = amount("threat_of_death", "events");
    params.momentum_gain = amount("momentum_gain", "1/event");
    params.retaliation_gain = amount("retaliation_gain", "1/event");
    params.grievance_of_harm = amount("grievance_of_harm", "events");
    params.grievance_of_death = amount("grievance_of_death", "events");
    params.revenge_of_harm = amount("revenge_of_harm", "events");
    params.revenge_of_death = amount("revenge_of_death", "events");
    return params;
}

}  // namespace models
