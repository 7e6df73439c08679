#pragma once

#include "models/agreement/agreement_params.hpp"

/// \file models/agreement/collapse.hpp
/// How likely an agreement is to break.

namespace models {

/// What the fate of an agreement hangs on.
struct AgreementCondition {
    AgreementKind kind = AgreementKind::cessation;
    double recent_violations = 0.0;  ///< Faded number of attacks between the parties [events].
    double implementation = 0.0;     ///< Share of its provisions done, 0 to 1.
    double age_days = 0.0;           ///< Days since it came into force [day], >= 0.
    double watched = 0.0;            ///< Share of a party that monitors see, 0 to 1.
};

/// Rate at which an agreement collapses [1/day].
///
/// collapse_rate(kind) * exp(violation_effect * recent_violations)
/// * (1 - watched * (1 - monitor_factor)) * (1 + stall_effect * (1 - implementation)) if definitive
/// and older than stall_after_days. The order of the kinds: Clayton and Sticher (2021), "The Logic
/// of Ceasefires in Civil War", International Studies Quarterly 65. The form is our assumption
/// (models/agreement/README.md, G1).
[[nodiscard]] double collapse_rate(AgreementParams const& params,
                                   AgreementCondition const& condition) noexcept;

/// Probability that an agreement collapses within one day: 1 - exp(-rate * 1 day).
[[nodiscard]] double collapse_probability(AgreementParams const& params,
                                          AgreementCondition const& condition) noexcept;

/// The will to do what was agreed, 0 to 1: legitimacy / full_will, at most 1. A state that people
/// do not accept, as after a coup, puts nothing through.
[[nodiscard]] double political_will(AgreementParams const& params, double legitimacy) noexcept;

/// Implementation after one more day of an accord in force: it approaches the ceiling by the share
/// 1 - exp(-will * 1 day / implementation_days) of what is missing, and never falls.
[[nodiscard]] double implementation_tomorrow(AgreementParams const& params, double implementation,
                                             double will) noexcept;

/// Factor on attacks between the parties, 0 to 1: that of the kind; of an accord it drifts towards
/// 1 by spoiler_effect * (1 - implementation) * (1 - exp(-age / spoiler_days)) of what is left.
[[nodiscard]] double compliance_of(AgreementParams const& params,
                                   AgreementCondition const& condition) noexcept;

}  // namespace models
