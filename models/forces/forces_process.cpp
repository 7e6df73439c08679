#include "models/forces/forces_process.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/forces/muster.hpp"
#include "models/purposes.hpp"
#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

void apply_row(ForceRow const& row, World& world) {
    world.actors.target_strength[row.actor.row] = row.strength;
    if (row.shares.empty()) return;
    auto const weights = world.deployment.of(row.actor);
    std::fill(weights.begin(), weights.end(), 0.0);
    for (auto const& [place, weight] : row.shares) weights[place.row] += weight;
}

/// Strength of every actor, and whether it ever had a unit; shape (actors).
std::vector<Muster> muster_all(World const& world) {
    std::vector<Muster> musters(world.actors.size());
    for (std::size_t i = 0; i < musters.size(); ++i) {
        musters[i].is_regular = is_regular(world.actors.actor_class[i]);
        musters[i].is_first_day = world.today.value == 0;
        musters[i].target =
            static_cast<std::uint32_t>(std::llround(world.actors.target_strength[i]));
    }
    for (std::uint32_t i = 0; i < world.units.size(); ++i) {
        auto& muster = musters[world.units.actor[i].row];
        muster.has_appeared = true;
        muster.fighters += world.units.fighters[i];
    }
    return musters;
}

}  // namespace

std::int64_t change_today(ForcesParams const& params, Muster const& muster, sim::Stream& draw) {
    bool const is_short = muster.fighters < muster.target;
    auto const gap = is_short ? muster.target - muster.fighters : muster.fighters - muster.target;
    if (gap == 0) return 0;
    std::int64_t const sign = is_short ? 1 : -1;
    bool const at_once = muster.is_first_day || (muster.is_regular && !is_short) ||
                         (!muster.is_regular && !muster.has_appeared);
    if (at_once) return sign * gap;
    if (muster.is_regular) {
        auto const daily = std::ceil(muster.target / params.arrival_days);
        return std::min<std::int64_t>(gap, static_cast<std::int64_t>(daily));
    }
    return sign * sim::binomial(draw, gap, -std::expm1(-1.0 / params.replacement_days));
}

ForcesProcess::ForcesProcess(ForceSchedule schedule, ForcesParams const& params)
    : schedule_{std::move(schedule)}, params_{params} {
    SIM_EXPECTS(params_.arrival_days >= 1.0 && params_.replacement_days > 0.0);
    SIM_EXPECTS(std::is_sorted(schedule_.begin(), schedule_.end(),
                               [](ForceRow const& a, ForceRow const& b) { return a.day < b.day; }));
    for (auto const& row : schedule_) {
        SIM_EXPECTS(row.strength >= 0.0);
        for (auto const& [place, weight] : row.shares) SIM_EXPECTS(weight >= 0.0);
    }
}

void ForcesProcess::operator()(World& world) const {
    bool const is_first_day = world.today.value == 0;
    for (auto const& row : schedule_) {
        bool const is_due =
            is_first_day ? row.day <= 0 : row.day == static_cast<std::int64_t>(world.today.value);
        if (is_due) apply_row(row, world);
    }
    auto const musters = muster_all(world);
    for (std::uint32_t i = 0; i < musters.size(); ++i) {
        ActorId const actor{i};
        auto const actor_class = world.actors.actor_class[i];
        if (!world.actors.active[i] || actor_class == ActorClass::civilian) continue;
        sim::Stream draw{world.seed, purpose::reinforcement, i, world.today};
        auto const change = change_today(params_, musters[i], draw);
        auto const people = static_cast<std::uint32_t>(std::abs(change));
        if (change > 0) raise_fighters(world, actor, people, unit_size(params_, actor_class));
        if (change < 0) dismiss_fighters(world, actor, people);
    }
}

}  // namespace models
