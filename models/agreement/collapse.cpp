#include "models/agreement/collapse.hpp"

#include <algorithm>
#include <cmath>

namespace models {

double collapse_rate(AgreementParams const& params, AgreementCondition const& condition) noexcept {
    double rate = params.collapse_rate[static_cast<std::size_t>(condition.kind)];
    rate *= 1.0 - condition.watched * (1.0 - params.monitor_factor);
    // Also keeps 0 * infinity out, for violations without number.
    if (rate == 0.0) return 0.0;
    bool const has_stalled =
        condition.kind == AgreementKind::definitive && condition.age_days > params.stall_after_days;
    if (has_stalled) rate *= 1.0 + params.stall_effect * (1.0 - condition.implementation);
    return rate * std::exp(params.violation_effect * condition.recent_violations);
}

double collapse_probability(AgreementParams const& params,
                            AgreementCondition const& condition) noexcept {
    return -std::expm1(-collapse_rate(params, condition));
}

double political_will(AgreementParams const& params, double legitimacy) noexcept {
    return std::min(1.0, legitimacy / params.full_will);
}

double implementation_tomorrow(AgreementParams const& params, double implementation,
                               double will) noexcept {
    double const missing = std::max(0.0, params.implementation_ceiling - implementation);
    return implementation - missing * std::expm1(-will / params.implementation_days);
}

double compliance_of(AgreementParams const& params, AgreementCondition const& condition) noexcept {
    double const kept = params.compliance[static_cast<std::size_t>(condition.kind)];
    if (condition.kind != AgreementKind::definitive) return kept;
    double const drift = params.spoiler_effect * (1.0 - condition.implementation) *
                         -std::expm1(-condition.age_days / params.spoiler_days);
    return kept + (1.0 - kept) * drift;
}

}  // namespace models
