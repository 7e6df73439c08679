#include "models/pacts/pacts_params.hpp"

namespace models {

PactsParams read_pacts_params(sim::TomlTable const& table) {
    PactsParams params;
    params.rate = table.number("rate", {.minimum = 0.0, .maximum = 10.0, .unit = "per day"});
    params.abandoned_pull = table.number("abandoned_pull", {.minimum = 0.0, .maximum = 1e3});
    params.control = table.number("control", {.minimum = 0.0, .maximum = 1.0});
    params.lapse_control =
        table.number("lapse_control", {.minimum = 0.0, .maximum = params.control});
    params.village_people =
        table.number("village_people", {.minimum = 0.0, .maximum = 1e9, .unit = "people"});
    return params;
}

}  // namespace models
