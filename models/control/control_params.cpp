#include "models/control/control_params.hpp"

namespace models {

ControlParams read_control_params(sim::TomlTable table) {
    sim::Range const at_least_zero{.minimum = 0.0, .maximum = 1e6};
    sim::Range const days{.minimum = 0.0, .maximum = 1e5, .unit = "day", .minimum_excluded = true};
    ControlParams params;
    params.presence_km = table.number(
        "presence_km", {.minimum = 0.0, .maximum = 1e3, .unit = "km", .minimum_excluded = true});
    params.half_presence =
        table.number("half_presence",
                     {.minimum = 0.0, .maximum = 1e6, .unit = "rebels", .minimum_excluded = true});
    params.adapt_days = table.number("adapt_days", days);
    params.follow_days = table.number("follow_days", days);
    params.hide_presence = table.number("hide_presence", {.minimum = 0.0, .maximum = 1.0});
    params.rout_ratio = table.number("rout_ratio", {.minimum = 1.0, .maximum = 1e3});
    params.rout_days = table.number("rout_days", days);
    params.neglect_days = table.number("neglect_days", days);
    params.takeover_shock = table.number("takeover_shock", at_least_zero);
    params.return_shock = table.number("return_shock", at_least_zero);
    params.capture_shock = table.number("capture_shock", at_least_zero);
    return params;
}

}  // namespace models
