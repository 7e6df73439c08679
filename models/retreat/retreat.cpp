#include "models/retreat/retreat.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

constexpr std::uint32_t days_between_rounds = 7;
constexpr std::uint32_t days_between_services = 30;

// A road further away than some times this is of no use to a post.
constexpr double road_reach_km = 10.0;

// Leaving and coming back are decided on the same days; this keeps their addresses apart.
constexpr std::uint32_t return_entities = 0x8000'0000U;

bool is_state(World const& world, ActorId actor) noexcept {
    return actor != no_actor && world.actors.actor_class[actor.row] == ActorClass::state;
}

/// Services that aid measures reach in each cell, 0 to 1; empty if there are none.
std::vector<float> services_by_aid(World const& world) {
    std::vector<float> aid;
    auto const& cells = world.map->cells;
    for_each_measure(world.measures, MeasureKind::aid, [&](Measure const& measure) {
        if (aid.empty()) aid.assign(cells.region.size(), 0.0F);
        for (std::size_t c = 0; c < aid.size(); ++c) {
            bool const is_near =
                measure.place == no_place || cells.nearest_place[c] == measure.place;
            bool const is_in = measure.region == no_region || cells.region[c] == measure.region;
            if (is_near && is_in) aid[c] = std::max(aid[c], static_cast<float>(measure.value));
        }
    });
    return aid;
}

}  // namespace

double expected_loss(RetreatParams const& params, double threat, double enemies,
                     double own) noexcept {
    double const odds = enemies > 0.0 ? enemies / (enemies + own) : 0.0;
    return params.loss_per_event * threat + params.loss_to_enemies * odds;
}

double value_of(RetreatParams const& params, double people, double road_km) noexcept {
    return params.value_of_post + params.value_of_people * people / (people + params.half_people) +
           params.value_of_road * std::exp(-road_km / road_reach_km);
}

double leave_hazard(RetreatParams const& params, double loss, double value) noexcept {
    return params.leave_rate * std::max(0.0, loss / value - 1.0);
}

std::vector<std::uint8_t> regional_capitals(Geography const& map) {
    auto const& places = map.places;
    std::vector<std::uint8_t> is_capital(places.size(), 0);
    for (std::uint32_t r = 0; r < map.regions.size(); ++r) {
        PlaceId largest = no_place;
        for (std::uint32_t p = 0; p < places.size(); ++p) {
            if (places.region[p].row != r || places.kind[p] != PlaceKind::town) continue;
            if (largest == no_place || places.population[p] > places.population[largest.row]) {
                largest = PlaceId{p};
            }
        }
        if (largest != no_place) is_capital[largest.row] = 1;
    }
    return is_capital;
}

RetreatProcess::RetreatProcess(RetreatParams const& params, Geography const& map)
    : params_{params}, is_capital_{regional_capitals(map)} {
    SIM_EXPECTS(params.value_of_post > 0.0 && params.half_people > 0.0);
    SIM_EXPECTS(params.fall_days > 0.0 && params.rise_days > 0.0);
}

void RetreatProcess::see_strengths(World const& world, ActorId state) {
    auto const cells = world.map->cells.population.size();
    friends_.assign(cells, 0.0);
    enemies_.assign(cells, 0.0);
    auto const& units = world.units;
    for (std::size_t u = 0; u < units.size(); ++u) {
        ActorId const actor = units.actor[u];
        if (units.fighters[u] == 0 || is_out_of_action(units.posture[u])) continue;
        double const strength = units.fighters[u] * world.actors.strength_per_fighter(actor);
        if (actor == state || world.relations.at(actor, state) == Relation::allied) {
            friends_[units.cell[u].row] += strength;
        } else if (would_fight(world, actor, state)) {
            enemies_[units.cell[u].row] += strength;
        }
    }
}

double RetreatProcess::strength_near(World const& world, std::vector<double> const& strength,
                                     PlaceId place) const noexcept {
    double sum = 0.0;
    for (sim::CellId const near : world.map->nearby.cells(world.map->places.cell[place.row])) {
        sum += strength[near.row];
    }
    return sum;
}

void RetreatProcess::leave_posts(World& world, ActorId state) {
    auto const weights = world.deployment.of(state);
    auto const& map = *world.map;
    for (std::uint32_t p = 0; p < weights.size(); ++p) {
        if (weights[p] <= 0.0 || is_capital_[p]) continue;
        PlaceId const place{p};
        auto const cell = map.places.cell[p].row;
        double const loss = expected_loss(params_, world.cells.threat.at(cell, world.today),
                                          strength_near(world, enemies_, place),
                                          strength_near(world, friends_, place));
        double const value = value_of(params_, map.places.population[p], map.cells.road_km[cell]);
        double const hazard = leave_hazard(params_, loss, value);
        sim::Stream draw{world.seed, purpose::retreat, p, world.today};
        if (!draw.bernoulli(-std::expm1(-hazard * days_between_rounds))) continue;
        world.left_posts.push_back({state, place, weights[p]});
        weights[p] = 0.0;
    }
}

void RetreatProcess::return_to_posts(World& world) {
    std::erase_if(world.left_posts, [&](LeftPost const& post) {
        double& weight = world.deployment.of(post.actor)[post.place.row];
        if (weight > 0.0) return true;  // somebody else has ordered them back
        auto const cell = world.map->places.cell[post.place.row].row;
        bool const is_calm = world.cells.threat.at(cell, world.today) < params_.calm_events;
        if (!is_calm || world.places.holder[post.place.row] != post.actor) return false;
        sim::Stream draw{world.seed, purpose::retreat, return_entities | post.place.row,
                         world.today};
        if (!draw.bernoulli(-std::expm1(-params_.return_rate * days_between_rounds))) return false;
        weight = post.weight;
        return true;
    });
}

void RetreatProcess::change_services(World& world) const {
    auto const& map = *world.map;
    std::vector<std::uint8_t> is_served(map.places.size(), 0);
    for (std::uint32_t p = 0; p < is_served.size(); ++p) {
        is_served[p] = is_state(world, world.places.holder[p]);
    }
    for (auto const& post : world.left_posts) is_served[post.place.row] = 0;
    auto const aid = services_by_aid(world);
    auto const fall =
        static_cast<float>(std::exp(-double{days_between_services} / params_.fall_days));
    auto const rise =
        static_cast<float>(std::exp(-double{days_between_services} / params_.rise_days));
    for (std::uint32_t c = 0; c < world.cells.services.size(); ++c) {
        PlaceId const place = map.cells.nearest_place[c];
        if (!map.is_home(map.cells.country[c]) || place == no_place) continue;
        float& services = world.cells.services[c];
        if (!is_served[place.row]) {
            services *= fall;
        } else if (services < 1.0F && world.cells.threat.at(c, world.today) < params_.calm_events) {
            services = 1.0F - (1.0F - services) * rise;
        }
        if (!aid.empty()) services = std::max(services, std::min(1.0F, aid[c]));
    }
}

void RetreatProcess::operator()(World& world) {
    if (world.today.value % days_between_rounds == 0) {
        return_to_posts(world);
        for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
            if (!world.actors.active[a] || !is_state(world, ActorId{a})) continue;
            see_strengths(world, ActorId{a});
            leave_posts(world, ActorId{a});
        }
    }
    if (world.today.value % days_between_services == 0) change_services(world);
}

}  // namespace models
