#include "models/agreement/agreement_process.hpp"

#include <algorithm>
#include <cmath>

#include "models/agreement/collapse.hpp"
#include "models/purposes.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

/// A number for the pair of parties. At most one agreement of a pair is in force, so it addresses
/// that agreement's luck; and another agreement, signed earlier in one scenario than in the other,
/// does not shift it.
std::uint32_t pair_number(World const& world, AgreementId agreement) noexcept {
    auto const [low, high] =
        std::minmax(world.agreements.a[agreement.row].row, world.agreements.b[agreement.row].row);
    return low * static_cast<std::uint32_t>(world.actors.size()) + high;
}

void count_violations(World& world, AgreementId agreement, double memory_days) {
    auto& agreements = world.agreements;
    auto const count = violations_in(world.events, agreements, agreement);
    auto& recent = agreements.recent_violations[agreement.row];
    recent = recent * std::exp(-1.0 / memory_days) + count;
    agreements.violations[agreement.row] += count;
}

bool collapses_today(World const& world, AgreementId agreement, AgreementParams const& params,
                     bool is_monitored) {
    auto const& agreements = world.agreements;
    auto const row = agreement.row;
    if (agreements.cannot_collapse[row]) return false;
    AgreementCondition const condition{
        .kind = agreements.kind[row],
        .recent_violations = agreements.recent_violations[row],
        .implementation = agreements.implementation[row],
        .age_days = static_cast<double>(world.today.value - agreements.begins[row].value),
        .is_monitored = is_monitored};
    sim::Stream draw{world.seed, purpose::agreement_collapse, pair_number(world, agreement),
                     world.today};
    return draw.bernoulli(collapse_probability(params, condition));
}

}  // namespace

bool has_monitors(ActorStore const& actors) noexcept {
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (actors.actor_class[i] == ActorClass::peacekeeper && actors.active[i] &&
            actors.target_strength[i] > 0.0) {
            return true;
        }
    }
    return false;
}

std::uint32_t violations_in(EventLog const& events, AgreementStore const& agreements,
                            AgreementId agreement) noexcept {
    ActorId const a = agreements.a[agreement.row];
    ActorId const b = agreements.b[agreement.row];
    auto const begins = agreements.begins[agreement.row];
    auto const count = std::count_if(events.begin(), events.end(), [&](ConflictEvent const& event) {
        bool const is_between = (event.attacker == a && event.target == b) ||
                                (event.attacker == b && event.target == a);
        return is_between && event.day >= begins && is_violent(event.kind);
    });
    return static_cast<std::uint32_t>(count);
}

AgreementProcess::AgreementProcess(AgreementParams const& params) : params_{params} {
    SIM_EXPECTS(params_.violation_memory_days > 0.0 && params_.implementation_days > 0.0);
}

void AgreementProcess::operator()(World& world) const {
    auto& agreements = world.agreements;
    bool const is_monitored = has_monitors(world.actors);
    for (std::uint32_t i = 0; i < agreements.size(); ++i) {
        AgreementId const agreement{i};
        float compliance = 1.0F;
        if (agreements.state[i] == AgreementState::in_force) {
            count_violations(world, agreement, params_.violation_memory_days);
            auto& implementation = agreements.implementation[i];
            if (agreements.kind[i] == AgreementKind::definitive) {
                implementation = implementation_tomorrow(params_, implementation);
            }
            if (collapses_today(world, agreement, params_, is_monitored)) {
                end_agreement(agreements, agreement, AgreementState::collapsed, world.today);
            } else {
                auto const kind = static_cast<std::size_t>(agreements.kind[i]);
                compliance = static_cast<float>(params_.compliance[kind]);
            }
        }
        // Rows are in order of signing, so the last agreement of a pair has the last word.
        world.compliance.set(agreements.a[i], agreements.b[i], compliance);
    }
}

}  // namespace models
