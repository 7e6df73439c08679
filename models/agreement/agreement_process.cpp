#include "models/agreement/agreement_process.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "models/agreement/collapse.hpp"
#include "models/purposes.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

void count_violations(World& world, AgreementId agreement, double memory_days) {
    auto& agreements = world.agreements;
    auto const count = violations_in(world.events, agreements, agreement);
    auto& recent = agreements.recent_violations[agreement.row];
    recent = recent * std::exp(-1.0 / memory_days) + count;
    agreements.violations[agreement.row] += count;
}

AgreementCondition condition_of(World const& world, AgreementId agreement, Watch const& watch) {
    auto const& agreements = world.agreements;
    auto const row = agreement.row;
    return {.kind = agreements.kind[row],
            .recent_violations = agreements.recent_violations[row],
            .implementation = agreements.implementation[row],
            .age_days = static_cast<double>(world.today.value - agreements.begins[row].value),
            .watched = watch.of(agreements.a[row], agreements.b[row])};
}

/// At most one agreement of a pair is in force, so the pair addresses its luck; another agreement,
/// signed earlier in one scenario than in the other, does not shift it.
bool collapses_today(World const& world, AgreementId agreement, AgreementParams const& params,
                     AgreementCondition const& condition) {
    auto const& agreements = world.agreements;
    if (agreements.cannot_collapse[agreement.row]) return false;
    auto const pair =
        pair_number(world.actors, agreements.a[agreement.row], agreements.b[agreement.row]);
    sim::Stream draw{world.seed, purpose::agreement_collapse, pair, world.today};
    return draw.bernoulli(collapse_probability(params, condition));
}

bool has_one_in_force(AgreementStore const& agreements) {
    return std::ranges::find(agreements.state, AgreementState::in_force) != agreements.state.end();
}

}  // namespace

Watch::Watch(World const& world, double monitor_km)
    : world_{world}, monitor_km_{monitor_km}, fighters_(world.actors.size(), 0.0) {
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        fighters_[world.units.actor[u].row] += world.units.fighters[u];
    }
    count(no_actor, seen_);
}

void Watch::count(ActorId watcher, std::vector<double>& seen) const {
    auto const& units = world_.units;
    auto const places = world_.map->places.size();
    seen.assign(world_.actors.size(), 0.0);
    auto const watches = [&](ActorId actor) {
        return watcher == no_actor ? world_.actors.side(actor) == Side::peacekeeper
                                   : actor == watcher;
    };
    std::vector<std::uint8_t> has_monitors(places, 0);
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (units.fighters[u] > 0 && watches(units.actor[u])) {
            has_monitors[units.station[u].row] = 1;
        }
    }
    std::vector<std::uint8_t> is_watched(places, 0);
    for (std::uint32_t from = 0; from < places; ++from) {
        if (!has_monitors[from]) continue;
        for (std::uint32_t p = 0; p < places; ++p) {
            double const km = world_.map->paths.distance_km(sim::NodeId{from}, sim::NodeId{p});
            if (km <= monitor_km_) is_watched[p] = 1;
        }
    }
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (is_watched[units.station[u].row]) seen[units.actor[u].row] += units.fighters[u];
    }
}

double Watch::seen_by_peacekeepers(ActorId actor) const noexcept {
    double const fighters = fighters_[actor.row];
    return fighters > 0.0 ? seen_[actor.row] / fighters : 0.0;
}

double Watch::seen_by(Measure const& measure, ActorId actor) const noexcept {
    double const weight = measure.has_value ? std::min(1.0, measure.value) : 1.0;
    std::vector<double> seen;
    count(measure.actor, seen);
    double const fighters = fighters_[actor.row];
    return fighters > 0.0 ? weight * seen[actor.row] / fighters : 0.0;
}

double Watch::of(ActorId a, ActorId b) const noexcept {
    double unseen_a = 1.0 - seen_by_peacekeepers(a);
    double unseen_b = 1.0 - seen_by_peacekeepers(b);
    for_each_measure(world_.measures, MeasureKind::monitor, [&](Measure const& measure) {
        if (measure.other != a && measure.other != b) return;
        unseen_a *= 1.0 - seen_by(measure, a);
        unseen_b *= 1.0 - seen_by(measure, b);
    });
    return 1.0 - std::min(unseen_a, unseen_b);
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
    SIM_EXPECTS(params_.full_will > 0.0 && params_.spoiler_days > 0.0);
}

void AgreementProcess::operator()(World& world) const {
    auto& agreements = world.agreements;
    if (agreements.size() == 0) return;
    double const will = political_will(params_, world.legitimacy);
    std::optional<Watch> watch;
    if (has_one_in_force(agreements)) watch.emplace(world, params_.monitor_km);
    for (std::uint32_t i = 0; i < agreements.size(); ++i) {
        AgreementId const agreement{i};
        double compliance = 1.0;
        if (agreements.state[i] == AgreementState::in_force) {
            count_violations(world, agreement, params_.violation_memory_days);
            auto& implementation = agreements.implementation[i];
            if (agreements.kind[i] == AgreementKind::definitive) {
                implementation = implementation_tomorrow(params_, implementation, will);
            }
            auto const condition = condition_of(world, agreement, *watch);
            if (collapses_today(world, agreement, params_, condition)) {
                end_agreement(agreements, agreement, AgreementState::collapsed, world.today);
            } else {
                compliance = compliance_of(params_, condition);
            }
        }
        // Rows are in order of signing, so the last agreement of a pair has the last word.
        world.compliance.set(agreements.a[i], agreements.b[i], static_cast<float>(compliance));
    }
}

}  // namespace models
