#include "models/cantonment/cantonment_params.hpp"

namespace models {

CantonmentParams read_cantonment_params(sim::TomlTable const& table) {
    auto const rate = [&](char const* key, char const* unit) {
        return table.number(key, {.minimum = 0.0, .unit = unit});
    };
    CantonmentParams params;
    params.canton_rate = rate("canton_rate", "1/day");
    params.release_rate = rate("release_rate", "1/day");
    params.integrated_share = table.number("integrated_share", {.minimum = 0.0, .maximum = 1.0});
    params.exclusion_grievance = rate("exclusion_grievance", "events/day");
    params.amnesty_rate = rate("amnesty_rate", "1/day");
    return params;
}

}  // namespace models
