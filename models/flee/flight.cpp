#include "models/flee/flight.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/purposes.hpp"
#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models::flee {

namespace {

constexpr std::uint32_t on_link = 0x8000'0000U;
constexpr std::uint32_t none = 0xffff'ffffU;

bool varies(MoveRules const& rules, Links const& links) {
    return rules.start_on_foot || rules.avoid_short_stints ||
           std::any_of(links.walk_chance.begin(), links.walk_chance.end(),
                       [](double chance) { return chance > 0.0; });
}

// Whether a route may have several links.
bool has_long_routes(RouteTable const& routes) {
    for (std::uint32_t i = 0; i < routes.size(); ++i) {
        if (routes.links(i).size() > 1) return true;
    }
    return false;
}

}  // namespace

Flight::Flight(Instance const& instance, std::shared_ptr<RouteTable const> routes, sim::Seed seed)
    : instance_(instance),
      rules_(instance.settings.move),
      routes_(routes),
      seed_(seed),
      state_(first_state(instance)),
      attraction_(instance, std::move(routes)),
      is_closed_(instance.links.size(), 0),
      deciders_(instance.days),
      arrivals_(instance.days),
      has_plans_(has_long_routes(*routes_)),
      has_varied_speed_(varies(instance.settings.move, instance.links)) {
    for (std::uint32_t i = 0; i < state_.agents.size(); ++i) {
        stay_.push_back(stay_with(movechance(rules_, state_, i)));
    }
    auto const& links = instance.links;
    for (std::uint32_t i = 0; i < links.size(); ++i) {
        // A link ends on the first day on which the way covered is longer than it.
        auto const days = std::floor(links.km[i] / links.speed[i]);
        fixed_leg_.push_back({static_cast<std::uint32_t>(std::min(days, 1e9)),
                              links.km[i] - days * links.speed[i], links.speed[i]});
    }
    auto const& spawning = instance.settings.spawn;
    for (std::size_t i = 0; i < instance.camps.size(); ++i) {
        if (spawning.empty_camps_on_day0) break;
        auto const camp = instance.camps[i];
        auto count = static_cast<std::int64_t>(instance.places.initial_idps[camp]);
        if (spawning.insert_day0) count += instance.documented(0, i);
        for (; count > 0; --count) {
            sim::Stream draw{seed_, purpose::flee_spawn, agents(), sim::Day{0}};
            add(camp, draw);
        }
    }
}

Flight::Stay Flight::stay_with(double chance) noexcept {
    return {chance, -1.0 / std::log1p(-chance)};
}

void Flight::step(std::uint32_t day) {
    day_ = day;
    change_conflicts();
    spawn();
    change_closures();
    for (std::uint32_t i = 0; i < state_.capacity.size(); ++i) {
        state_.capacity[i] += instance_.places.capacity_per_day[i];
    }
    attraction_.begin_day(state_, day, is_closed_, std::exchange(closures_changed_, false));
    refresh_chances();
    let_decide();
    let_arrive();
    work_.agent_days += agents();
}

void Flight::change_conflicts() {
    auto const& changes = instance_.conflicts;
    for (; next_conflict_ < changes.size() && changes[next_conflict_].day == day_;
         ++next_conflict_) {
        auto const& [day, place, intensity] = changes[next_conflict_];
        bool const begins = intensity > 0.0;
        state_.intensity[place] = intensity;
        state_.is_town[place] = !begins;
        state_.base_movechance[place] =
            begins ? rules_.conflict_movechance : rules_.default_movechance;
        if (begins) state_.conflict_since[place] = day;
    }
}

std::vector<double> Flight::spawn_weights() const {
    std::vector<double> weights;
    for (std::uint32_t i = 0; i < state_.intensity.size(); ++i) {
        weights.push_back(
            state_.intensity[i] > 0.0
                ? state_.population[i] * state_.intensity[i] *
                      conflict_decay(instance_.settings.spawn, state_.conflict_since[i], day_)
                : 0.0);
    }
    return weights;
}

void Flight::spawn() {
    auto const& rules = instance_.settings.spawn;
    if (rules.mode == SpawnMode::data) {
        // As in Flee, those of day 0 count as occupants and are taken off the capacity as well.
        if (day_ == 0 && rules.insert_day0) {
            for (std::size_t i = 0; i < instance_.camps.size(); ++i) {
                state_.capacity[instance_.camps[i]] -= instance_.documented(0, i);
            }
        }
        auto const count = instance_.counts.arrivals[day_];
        if (count > 0) spawn_from(spawn_weights(), static_cast<std::uint32_t>(count));
        return;
    }
    for (std::uint32_t place = 0; place < state_.intensity.size(); ++place) {
        if (!(state_.intensity[place] > 0.0)) continue;
        double const mean = rules.displaced_per_conflict_day * state_.intensity[place] *
                            (rules.mode == SpawnMode::pop_ratio ? state_.population[place] : 1.0);
        sim::Stream numbers{seed_, purpose::flee_numbers, place, sim::Day{day_}};
        auto count = rules.mode == SpawnMode::poisson ? sim::poisson(numbers, std::min(mean, 2e9))
                                                      : static_cast<std::uint32_t>(mean);
        for (; count > 0; --count) {
            sim::Stream draw{seed_, purpose::flee_spawn, agents(), sim::Day{day_}};
            if (rules.take_from_population && state_.population[place] >= 1.0) {
                --state_.population[place];
            }
            add(place, draw);
        }
    }
}

void Flight::spawn_from(std::vector<double> const& weights, std::uint32_t count) {
    std::vector<double> cumulative;
    double sum = 0.0;
    for (auto const weight : weights) cumulative.push_back(sum += weight);
    sim::require(sum > 0.0, instance_.folder.string() + ": on day " + std::to_string(day_) + ", " +
                                std::to_string(count) +
                                " agents flee, but no place with people is in conflict. Correct "
                                "conflicts.csv or locations.csv.");
    for (; count > 0; --count) {
        sim::Stream draw{seed_, purpose::flee_spawn, agents(), sim::Day{day_}};
        auto const wanted = draw.uniform() * sum;
        auto place = std::upper_bound(cumulative.begin(), cumulative.end(), wanted);
        if (place == cumulative.end()) {
            place = std::lower_bound(cumulative.begin(), cumulative.end(), sum);
        }
        auto const row = static_cast<std::uint32_t>(place - cumulative.begin());
        if (instance_.settings.spawn.take_from_population && state_.population[row] >= 1.0) {
            --state_.population[row];
        }
        add(row, draw);
    }
}

void Flight::change_closures() {
    auto const& changes = instance_.closures;
    for (; next_closure_ < changes.size() && changes[next_closure_].day == day_; ++next_closure_) {
        auto const& change = changes[next_closure_];
        if (change.target == ClosureChange::Target::link) {
            is_closed_[change.row] = change.closes;
            closures_changed_ = true;
            continue;
        }
        auto const kind = instance_.places.kind[change.row];
        state_.is_camp[change.row] = !change.closes;
        state_.is_town[change.row] = change.closes;
        state_.base_movechance[change.row] = change.closes             ? rules_.default_movechance
                                             : kind == PlaceKind::camp ? rules_.camp_movechance
                                                                       : rules_.idpcamp_movechance;
    }
}

void Flight::refresh_chances() {
    std::vector<std::uint8_t> is_changed(stay_.size(), 0);
    bool any = false;
    for (std::uint32_t i = 0; i < stay_.size(); ++i) {
        auto const chance = movechance(rules_, state_, i);
        if (chance == stay_[i].chance) continue;
        stay_[i] = stay_with(chance);
        is_changed[i] = 1;
        any = true;
    }
    if (!any) return;
    for (std::uint32_t agent = 0; agent < agents(); ++agent) {
        auto const place = where_[agent];
        if ((place & on_link) != 0 || is_changed[place] == 0) continue;
        if (has_plans_ && route_[agent] != none) continue;  // leaves today, whatever the chance
        sim::Stream draw{seed_, purpose::flee_rewait, agent, sim::Day{day_}};
        wait_until(agent, day_ + days_stayed(place, draw));
    }
}

}  // namespace models::flee
