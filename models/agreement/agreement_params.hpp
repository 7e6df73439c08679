#pragma once

#include <array>

#include "models/world/kinds.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/agreement/agreement_params.hpp
/// How agreements bind, and how they break.

namespace models {

/// Parameters of agreements. Checked against the stated ranges when the scenario is read.
/// Arrays are by kind: cessation, preliminary, definitive. Sources: models/agreement/README.md.
struct AgreementParams {
    /// Rate of collapse of an agreement that is kept and that nobody monitors [1/day], >= 0, not
    /// rising from kind to kind.
    std::array<double, agreement_kind_names.size()> collapse_rate{};
    /// Factor on attacks between the parties while it is in force, 0 (none) to 1 (no effect).
    std::array<double, agreement_kind_names.size()> compliance{};
    /// Growth of the log rate with each recent violation [1/event], >= 0.
    double violation_effect = 0.0;
    /// Time in which a violation fades to exp(-1) of itself [day], > 0.
    double violation_memory_days = 0.0;
    /// Factor on the rate while all of a party is watched, 0 to 1.
    double monitor_factor = 0.0;
    /// How far monitors see along routes from where they stand [km], >= 0.
    double monitor_km = 0.0;
    /// Growth of the rate of a definitive agreement of which nothing is done in time, >= 0.
    double stall_effect = 0.0;
    /// Age at which parties begin to hold missing implementation against it [day], >= 0.
    double stall_after_days = 0.0;
    /// Time scale of implementation [day], > 0.
    double implementation_days = 0.0;
    /// Share of the provisions that is ever done, 0 to 1.
    double implementation_ceiling = 0.0;
    /// Legitimacy of the state at which an accord is implemented at its full pace, above 0 to 1.
    double full_will = 1.0;
    /// Share of its compliance that an accord of which nothing is done loses, 0 to 1.
    double spoiler_effect = 0.0;
    /// Time scale in which it does [day], > 0.
    double spoiler_days = 1.0;
};

/// Read the section `[agreement]`; every key must be there. The caller finishes the table.
/// \throws InputError with file, line and key.
[[nodiscard]] AgreementParams read_agreement_params(sim::TomlTable const& table);

}  // namespace models
