#include "models/spillover/spillover_params.hpp"

namespace models {

SpilloverParams read_spillover_params(sim::TomlTable const& table) {
    auto const positive = [&](char const* key, char const* unit) {
        return table.number(
            key, {.minimum = 0.0, .maximum = 1e5, .unit = unit, .minimum_excluded = true});
    };
    SpilloverParams params;
    params.border_km = table.number("border_km", {.minimum = 0.0, .maximum = 1e4, .unit = "km"});
    params.cross_rate =
        table.number("cross_rate", {.minimum = 0.0, .maximum = 1e3, .unit = "1/day"});
    params.threat_half = positive("threat_half", "events");
    params.stay_days = positive("stay_days", "day");
    return params;
}

}  // namespace models
