#include "models/world/agreement_store.hpp"

#include <utility>

#include "models/world/geography.hpp"
#include "sim/base/check.hpp"

namespace models {

AgreementId agreement_between(AgreementStore const& agreements, ActorId a, ActorId b) noexcept {
    for (std::uint32_t i = 0; i < agreements.size(); ++i) {
        bool const same_pair = (agreements.a[i] == a && agreements.b[i] == b) ||
                               (agreements.a[i] == b && agreements.b[i] == a);
        if (same_pair && agreements.state[i] == AgreementState::in_force) return AgreementId{i};
    }
    return no_agreement;
}

AgreementId begin_agreement(AgreementStore& agreements, AgreementTerms terms, sim::Day today) {
    SIM_EXPECTS(terms.a != no_actor && terms.b != no_actor && terms.a != terms.b);
    double implementation = 0.0;
    auto const former = agreement_between(agreements, terms.a, terms.b);
    if (former != no_agreement) {
        if (agreements.kind[former.row] > terms.kind) {
            if (terms.cannot_collapse) agreements.cannot_collapse[former.row] = 1;
            return former;
        }
        if (agreements.kind[former.row] == terms.kind) {
            implementation = agreements.implementation[former.row];
        }
        end_agreement(agreements, former, AgreementState::superseded, today);
    }
    agreements.key.push_back(std::move(terms.key));
    agreements.kind.push_back(terms.kind);
    agreements.a.push_back(terms.a);
    agreements.b.push_back(terms.b);
    agreements.begins.push_back(today);
    agreements.ends.push_back(never);
    agreements.state.push_back(AgreementState::in_force);
    agreements.violations.push_back(0);
    agreements.recent_violations.push_back(0.0);
    agreements.implementation.push_back(implementation);
    agreements.cannot_collapse.push_back(terms.cannot_collapse ? 1 : 0);
    return AgreementId{static_cast<std::uint32_t>(agreements.size() - 1)};
}

void end_agreement(AgreementStore& agreements, AgreementId agreement, AgreementState state,
                   sim::Day today) {
    SIM_EXPECTS(agreement.row < agreements.size());
    SIM_EXPECTS(agreements.state[agreement.row] == AgreementState::in_force);
    SIM_EXPECTS(state != AgreementState::in_force);
    agreements.state[agreement.row] = state;
    agreements.ends[agreement.row] = today;
}

void lapse_agreements_of(AgreementStore& agreements, ActorId actor, sim::Day today) {
    for (std::uint32_t i = 0; i < agreements.size(); ++i) {
        bool const is_party = agreements.a[i] == actor || agreements.b[i] == actor;
        if (is_party && agreements.state[i] == AgreementState::in_force) {
            end_agreement(agreements, AgreementId{i}, AgreementState::lapsed, today);
        }
    }
}

}  // namespace models
