#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/recruitment/recruitment_params.hpp
/// Who joins armed groups, and who leaves them. models/recruitment/README.md has the formulas.

namespace models {

/// Parameters of recruitment. Checked when the scenario is read.
struct RecruitmentParams {
    double join_rate = 0.0;         ///< Who joins for each fighter there, in calm [1/day], >= 0.
    double grievance_pull = 0.0;    ///< Factor 1 + this at full grievance [1], >= 0.
    double grievance_half = 1.0;    ///< Grievance at which half of it works [events], > 0.
    double threat_pull = 0.0;       ///< The same for threat, from which a group protects [1], >= 0.
    double threat_half = 1.0;       ///< Threat at which half of it works [events], > 0.
    double food_pull = 0.0;         ///< The same in a famine [1], >= 0.
    double unpaid_joining = 1.0;    ///< Share of them who join without any pay [1], 0 to 1.
    double people_share = 1.0;      ///< Most of a community who would fight [1], above 0 to 1.
    double leave_rate = 0.0;        ///< Fighters who leave [1/day], >= 0,
    double unpaid_leaving = 0.0;    ///< more of them without any pay [1/day], >= 0,
    double disorder_leaving = 0.0;  ///< more of them without any cohesion [1/day], >= 0.
    double most_change = 1.0;       ///< No strength changes by more [1/day], 0 to 1.
};

/// Read the section `[recruitment]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] RecruitmentParams read_recruitment_params(sim::TomlTable const& table);

}  // namespace models
