#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/control/control_params.hpp
/// How control of cells and places changes. models/control/README.md has the formulas.

namespace models {

/// Parameters of control. Checked when the scenario is read.
struct ControlParams {
    double presence_km = 0.0;  ///< Presence falls by exp(-1) over this distance [km], > 0.
    double half_presence =
        0.0;                   ///< Presence at which control moves at half its speed [rebels], > 0.
    double adapt_days = 0.0;   ///< Time in which control follows presence [day], > 0.
    double follow_days = 0.0;  ///< Time in which land without fighters follows its town [day], > 0.
    double hide_presence = 0.0;   ///< Presence of a hiding unit relative to an open one, 0 to 1.
    double rout_ratio = 0.0;      ///< Odds beyond which a garrison gives way, >= 1.
    double rout_days = 0.0;       ///< Mean time for which it still holds out [day], > 0.
    double neglect_days = 0.0;    ///< Mean time for which a place without a garrison stays loyal
                                  ///< [day], > 0.
    double takeover_shock = 0.0;  ///< Fear for each share of control that armed groups gain, >= 0.
    double return_shock = 0.0;    ///< The same for each share that the state regains, >= 0.
    double capture_shock = 0.0;   ///< Fear around a place that changes hands, >= 0.
};

/// Read the table `[control]`.
[[nodiscard]] ControlParams read_control_params(sim::TomlTable table);

}  // namespace models
