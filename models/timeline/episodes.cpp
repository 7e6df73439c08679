#include "models/timeline/episodes.hpp"

#include <algorithm>
#include <numeric>

#include "sim/base/check.hpp"

namespace models {
namespace {

bool is_campaign(TimelineRow const& row) noexcept {
    return is_episode(row) && row.effect != Effect::food_stress;
}

bool begins_or_ends(TimelineRow const& row, sim::Day today) noexcept {
    auto const day = static_cast<std::int64_t>(today.value);
    bool const is_first_day = day == 0 && row.begins <= 0;
    return is_first_day || row.begins == day || (row.ends && *row.ends == day);
}

/// Weight that an episode adds to the goals of its actor, beside the weights it has as a rule.
double added_weight(TimelineRow const& row, double offensive_share, World const& world) {
    if (row.effect == Effect::deploy_region) return *row.value;
    auto const weights = world.deployment.of(row.actor);
    double const usual = std::accumulate(weights.begin(), weights.end(), 0.0);
    // Weight w beside `usual` makes w / (w + usual) = offensive_share.
    return usual > 0.0 ? usual * offensive_share / (1.0 - offensive_share) : 1.0;
}

void add_orders(TimelineRow const& row, double weight, World& world) {
    auto const orders = world.orders.of(row.actor);
    for (auto const& [place, share] : goals_of(row, world.map->places)) {
        orders[place.row] += weight * share;
    }
}

}  // namespace

std::vector<std::pair<PlaceId, double>> goals_of(TimelineRow const& row,
                                                 PlaceColumns const& places) {
    if (row.place != no_place) return {{row.place, 1.0}};
    std::vector<std::pair<PlaceId, double>> goals;
    double people = 0.0;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        if (places.region[i] != row.region || places.kind[i] != PlaceKind::town) continue;
        // A town whose population is not known counts as a hamlet rather than as nothing.
        double const residents = std::max(1.0, static_cast<double>(places.population[i]));
        goals.emplace_back(PlaceId{i}, residents);
        people += residents;
    }
    for (auto& [place, share] : goals) share /= people;
    return goals;
}

void apply_campaigns(Timeline const& timeline, TimelineParams const& params, World& world) {
    SIM_EXPECTS(params.offensive_share >= 0.0 && params.offensive_share < 1.0);
    auto& actors = world.actors;
    std::vector<double> drive(actors.size(), -1.0);  // tempo of the offensives; -1 if none is open
    for (auto const& row : timeline) {
        if (!is_campaign(row)) continue;
        auto const orders = world.orders.of(row.actor);
        std::fill(orders.begin(), orders.end(), 0.0);
        actors.tempo[row.actor.row] = 1.0;
        actors.lies_low[row.actor.row] = 0;
    }
    for (auto const& row : timeline) {
        if (!is_campaign(row) || !is_open(row, world.today)) continue;
        auto const actor = row.actor.row;
        if (row.effect == Effect::lie_low) {
            actors.tempo[actor] *= *row.value;
            actors.lies_low[actor] = 1;
            continue;
        }
        add_orders(row, added_weight(row, params.offensive_share, world), world);
        if (row.effect == Effect::offensive) {
            drive[actor] = std::max(drive[actor], row.value.value_or(1.0));
        }
    }
    for (std::size_t i = 0; i < drive.size(); ++i) {
        if (drive[i] >= 0.0) actors.tempo[i] *= drive[i];
    }
}

void apply_food_stress(Timeline const& timeline, World& world) {
    bool const changes = std::any_of(timeline.begin(), timeline.end(), [&](TimelineRow const& row) {
        return row.effect == Effect::food_stress && begins_or_ends(row, world.today);
    });
    if (!changes) return;
    world.cells.hunger_since = world.today;
    auto& stress = world.cells.food_stress;
    auto const& region = world.map->cells.region;
    std::fill(stress.begin(), stress.end(), 0.0F);
    for (auto const& row : timeline) {
        if (row.effect != Effect::food_stress || !is_open(row, world.today)) continue;
        auto const value = static_cast<float>(*row.value);
        for (std::size_t cell = 0; cell < stress.size(); ++cell) {
            bool const is_covered = row.region == no_region || region[cell] == row.region;
            if (is_covered) stress[cell] = std::max(stress[cell], value);
        }
    }
}

}  // namespace models
