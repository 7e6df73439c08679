#include "models/recruitment/recruitment.hpp"

#include <algorithm>

#include "models/world/grievance.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

// Grievance lasts for weeks: it is enough to look once in so many days.
constexpr std::uint32_t days_between_rounds = 7;

bool recruits(World const& world, ActorId actor) noexcept {
    return world.actors.active[actor.row] && world.actors.side(actor) == Side::militant &&
           world.actors.target_strength[actor.row] > 0.0;
}

/// Share of a pull that works at a value, 0 to 1.
double saturated(double value, double half) noexcept {
    return value / (value + half);
}

double grievance_at(World const& world, sim::CellId cell, std::optional<Community> community) {
    if (!community) return grievance_of_all(world, cell);
    return world.cells.grievance.at(CellFields::grievance_row(cell, *community), world.today);
}

double pull_of_grievance(RecruitmentParams const& params, Surroundings const& around) noexcept {
    return params.grievance_pull * saturated(around.grievance, params.grievance_half);
}

double pull_of_the_rest(RecruitmentParams const& params, Surroundings const& around) noexcept {
    return 1.0 + params.threat_pull * saturated(around.threat, params.threat_half) +
           params.food_pull * around.hunger;
}

}  // namespace

double joining(RecruitmentParams const& params, Surroundings const& around, double paid,
               double room) noexcept {
    double const pull = pull_of_the_rest(params, around) + pull_of_grievance(params, around);
    double const willing = params.unpaid_joining + (1.0 - params.unpaid_joining) * paid;
    return params.join_rate * around.fighters * pull * willing * room;
}

double share_by_grievance(RecruitmentParams const& params, Surroundings const& around) noexcept {
    double const by_grievance = pull_of_grievance(params, around);
    return by_grievance / (by_grievance + pull_of_the_rest(params, around));
}

double leaving(RecruitmentParams const& params, double strength, double paid,
               double cohesion) noexcept {
    return strength * (params.leave_rate + params.unpaid_leaving * (1.0 - paid) +
                       params.disorder_leaving * (1.0 - cohesion));
}

RecruitmentProcess::RecruitmentProcess(RecruitmentParams const& params, World const& world)
    : params_{params} {
    SIM_EXPECTS(params.grievance_half > 0.0 && params.threat_half > 0.0);
    SIM_EXPECTS(params.people_share > 0.0);
    auto const& strata = world.households.strata();
    for (std::size_t s = 0; s < strata.size(); ++s) {
        people_[static_cast<std::size_t>(strata.community[s])] += strata.people_home[s];
        all_people_ += strata.people_home[s];
    }
}

void RecruitmentProcess::look_around(World const& world) {
    around_.assign(world.actors.size(), {});
    auto const& units = world.units;
    for (std::size_t u = 0; u < units.size(); ++u) {
        ActorId const actor = units.actor[u];
        if (units.fighters[u] == 0 || !recruits(world, actor)) continue;
        sim::CellId const cell = units.cell[u];
        double const fighters = units.fighters[u];
        auto& around = around_[actor.row];
        around.fighters += fighters;
        around.grievance += fighters * grievance_at(world, cell, world.actors.community[actor.row]);
        around.threat += fighters * world.cells.threat.at(cell.row, world.today);
        around.hunger += fighters * world.cells.hunger(cell);
    }
    under_arms_.fill(0.0);
    for (std::uint32_t a = 0; a < around_.size(); ++a) {
        auto& around = around_[a];
        if (around.fighters > 0.0) {
            around.grievance /= around.fighters;
            around.threat /= around.fighters;
            around.hunger /= around.fighters;
        }
        auto const community = world.actors.community[a];
        if (community && recruits(world, ActorId{a})) {
            under_arms_[static_cast<std::size_t>(*community)] += world.actors.target_strength[a];
        }
    }
}

double RecruitmentProcess::room_for(World const& world, ActorId actor) const noexcept {
    auto const community = world.actors.community[actor.row];
    double const people = community ? people_[static_cast<std::size_t>(*community)] : all_people_;
    double const under_arms = community ? under_arms_[static_cast<std::size_t>(*community)]
                                        : world.actors.target_strength[actor.row];
    if (people <= 0.0) return 0.0;
    return std::clamp(1.0 - under_arms / (params_.people_share * people), 0.0, 1.0);
}

void RecruitmentProcess::operator()(World& world) {
    if (world.today.value == 0 || world.today.value % days_between_rounds != 0) return;
    look_around(world);
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        ActorId const actor{a};
        if (!recruits(world, actor)) continue;
        double& strength = world.actors.target_strength[a];
        double const paid = world.economy.paid_share(actor);
        double const most = params_.most_change * strength;
        double const change = joining(params_, around_[a], paid, room_for(world, actor)) -
                              leaving(params_, strength, paid, world.actors.cohesion[a]);
        strength = std::max(0.0, strength + days_between_rounds * std::clamp(change, -most, most));
    }
}

}  // namespace models
