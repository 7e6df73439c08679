#include "models/flee/attraction.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/base/check.hpp"

namespace models::flee {

namespace {

// The power, but cheap for the power that nearly every instance has.
double raised(double base, double power) noexcept {
    return power == 1.0 ? base : std::pow(base, power);
}

double kind_movechance(MoveRules const& rules, PlaceKind kind) noexcept {
    switch (kind) {
        case PlaceKind::conflict:
            return rules.conflict_movechance;
        case PlaceKind::camp:
            return rules.camp_movechance;
        case PlaceKind::idp_camp:
            return rules.idpcamp_movechance;
        case PlaceKind::town:
            return rules.default_movechance;
        case PlaceKind::forward:
        case PlaceKind::marker:
            break;
    }
    return 1.0;
}

}  // namespace

PlaceState first_state(Instance const& instance) {
    auto const& places = instance.places;
    PlaceState state;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        auto const kind = places.kind[i];
        state.is_camp.push_back(is_camp(kind));
        state.is_town.push_back(kind == PlaceKind::town);
        state.base_movechance.push_back(kind_movechance(instance.settings.move, kind));
        state.intensity.push_back(kind == PlaceKind::conflict ? places.intensity[i] : 0.0);
    }
    state.conflict_since.assign(places.size(), 0);
    state.population = places.population;
    state.capacity = places.capacity;
    state.agents.assign(places.size(), 0);
    return state;
}

double conflict_decay(SpawnRules const& rules, std::uint32_t since, std::uint32_t day) noexcept {
    if (rules.decay.empty()) return 1.0;
    auto const last = static_cast<double>(rules.decay.size() - 1);
    auto const step = std::floor(static_cast<double>(day - since) / rules.decay_interval);
    return rules.decay[static_cast<std::size_t>(std::min(step, last))];
}

double movechance(MoveRules const& rules, PlaceState const& state, std::uint32_t place) noexcept {
    double chance = state.base_movechance[place];
    if (rules.movechance_pop_scale_factor != 0.0) {
        double const size = std::max({state.population[place], state.capacity[place], 0.0});
        chance *= std::pow(size / rules.movechance_pop_base, rules.movechance_pop_scale_factor);
    }
    return chance < 1.0 ? chance : 1.0;
}

Attraction::Attraction(Instance const& instance, std::shared_ptr<RouteTable const> routes)
    : rules_(instance.settings.move),
      spawn_(instance.settings.spawn),
      is_abroad_(instance.places.is_abroad),
      routes_(std::move(routes)) {
    for (std::uint32_t i = 0; i < routes_->size(); ++i) {
        nearness_.push_back(1.0 / raised(rules_.softening + routes_->km(i), rules_.distance_power));
    }
    is_open_.assign(routes_->size(), 1);
    cumulative_.assign(routes_->size(), 0.0);
    score_.assign(instance.places.size(), -1.0);
    room_.assign(instance.places.size(), 1.0);
    made_.assign(instance.places.size(), 0);
}

void Attraction::begin_day(PlaceState const& state, std::uint32_t day,
                           std::vector<std::uint8_t> const& is_closed, bool closures_changed) {
    update_scores(state, day);
    if (closures_changed) {
        for (std::uint32_t i = 0; i < routes_->size(); ++i) {
            auto const links = routes_->links(i);
            is_open_[i] = std::none_of(links.begin(), links.end(),
                                       [&](std::uint32_t link) { return is_closed[link] != 0; });
        }
        ++version_;
    }
    for (std::uint32_t i = 0; i < room_.size(); ++i) update_room(state, i);
}

void Attraction::update_scores(PlaceState const& state, std::uint32_t day) {
    for (std::uint32_t i = 0; i < score_.size(); ++i) {
        double score = is_abroad_[i] != 0 ? rules_.foreign_weight : 1.0;
        if (state.is_camp[i] != 0) score *= rules_.camp_weight;
        if (state.intensity[i] > 0.0) {
            auto const decay = conflict_decay(spawn_, state.conflict_since[i], day);
            score *= std::pow(rules_.conflict_weight, decay * state.intensity[i]);
        }
        if (rules_.use_pop_for_loc_weight && state.is_camp[i] == 0) {
            score *= std::pow(std::max(1.0, state.population[i]), rules_.pop_power_for_loc_weight);
        }
        if (score != score_[i]) ++version_;
        score_[i] = score;
    }
}

void Attraction::update_weights(std::uint32_t place) {
    auto const begin = routes_->begin(place);
    auto const end = routes_->begin(place + 1);
    double largest = 0.0;
    for (auto i = begin; i < end; ++i) {
        auto const goal = routes_->end(i);
        double const weight =
            is_open_[i] != 0
                ? raised((rules_.weight_softening + score_[goal]) * nearness_[i] * room_[goal],
                         rules_.weight_power)
                : 0.0;
        largest = std::max(largest, weight);
        cumulative_[i] = weight;
    }
    bool const prunes = rules_.pruning_threshold > 1.001;
    double const least = prunes ? largest / rules_.pruning_threshold : 0.0;
    double sum = 0.0;
    for (auto i = begin; i < end; ++i) {
        // If nothing attracts, every open route is as likely as any other.
        double const weight = largest > 0.0 ? (cumulative_[i] >= least ? cumulative_[i] : 0.0)
                                            : static_cast<double>(is_open_[i]);
        sum += weight;
        cumulative_[i] = sum;
    }
    made_[place] = version_;
}

}  // namespace models::flee
