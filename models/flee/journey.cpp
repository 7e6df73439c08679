#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "models/flee/flight.hpp"
#include "models/purposes.hpp"
#include "sim/random/block.hpp"

// What one agent does: leave, travel, arrive, wait.

namespace models::flee {

namespace {

constexpr std::uint32_t on_link = 0x8000'0000U;
constexpr std::uint32_t none = 0xffff'ffffU;
constexpr std::uint32_t longest_stay = 1'000'000;  // days; beyond the end of any run

}  // namespace

void Flight::add(std::uint32_t place, sim::Stream& draw) {
    auto const agent = agents();
    where_.push_back(place);
    wake_.push_back(none);
    if (has_plans_) {
        route_.push_back(none);
        stage_.push_back(0);
    }
    if (has_varied_speed_) {
        has_moved_.push_back(0);
        leg_.emplace_back();
        recent_.push_back(0.0);
        recent_to_.push_back(day_);
    }
    ++state_.agents[place];
    wait_until(agent, day_ + days_stayed(place, draw));
}

std::uint32_t Flight::days_stayed(std::uint32_t place, sim::Stream& draw) const noexcept {
    // Deciding each day with the same chance: the number of days stayed is geometric.
    auto const& stay = stay_[place];
    if (stay.chance >= 1.0) return 0;
    double const u = draw.uniform_positive();
    if (u > 1.0 - stay.chance) return 0;  // the same as below, without the logarithm
    double const days = std::floor(-std::log(u) * stay.scale);
    return days < longest_stay ? static_cast<std::uint32_t>(days) : longest_stay;
}

void Flight::wait_until(std::uint32_t agent, std::uint32_t day) {
    wake_[agent] = day;
    deciders_.add(day, agent);
}

void Flight::let_decide() {
    each_due(deciders_, purpose::flee_depart,
             [this](std::uint32_t agent, sim::Stream& draw) { decide(agent, draw); });
}

void Flight::let_arrive() {
    each_due(arrivals_, purpose::flee_arrive,
             [this](std::uint32_t agent, sim::Stream& draw) { arrive(agent, draw); });
}

template <class Act>
void Flight::each_due(Calendar& calendar, sim::Purpose purpose, Act act) {
    std::array<sim::PhiloxCounter, 64> blocks;
    sim::Day const today{day_};
    for (auto due = calendar.take(day_, agents()); !due.empty();) {
        auto const some = due.first(std::min(due.size(), blocks.size()));
        sim::fill_first_blocks(seed_, purpose, today, some, std::span{blocks}.first(some.size()));
        for (std::size_t i = 0; i < some.size(); ++i) {
            sim::Stream draw{seed_, purpose, some[i], today, blocks[i]};
            act(some[i], draw);
        }
        due = due.subspan(some.size());
    }
}

void Flight::decide(std::uint32_t agent, sim::Stream& draw) {
    if (wake_[agent] != day_ || (where_[agent] & on_link) != 0) return;  // overtaken by a change
    ++work_.decisions;
    auto const place = where_[agent];
    if (!depart(agent, place, draw)) {
        wait_until(agent, day_ + 1 + days_stayed(place, draw));
        return;
    }
    auto const leg = set_out(agent, 0.0, draw);
    arrivals_.add(day_ + leg.days, agent);
}

bool Flight::depart(std::uint32_t agent, std::uint32_t place, sim::Stream& draw) {
    auto route = has_plans_ ? route_[agent] : none;
    std::uint32_t const stage = route == none ? 0U : stage_[agent];
    if (route == none) {
        auto const chosen = attraction_.choose(place, draw.uniform());
        if (!chosen) return false;
        route = *chosen;
    }
    auto const link = stage == 0 ? routes_->first_link(route) : routes_->links(route)[stage];
    auto const goal = routes_->end(route);
    bool const is_full = attraction_.room(goal) < 0.5 && state_.is_camp[goal] != 0;
    bool const is_elsewhere = stage > 0 && instance_.links.from[link] != place;
    if (is_full || is_elsewhere || is_closed_[link] != 0) {
        if (has_plans_) route_[agent] = none;
        return false;
    }
    if (has_plans_) {
        route_[agent] = stage + 1 < routes_->links(route).size() ? route : none;
        stage_[agent] = static_cast<std::uint16_t>(stage + 1);
    }
    --state_.agents[place];
    attraction_.update_room(state_, place);
    where_[agent] = on_link | link;
    ++work_.departures;
    return true;
}

Flight::Leg Flight::set_out(std::uint32_t agent, double km_today, sim::Stream& draw) {
    auto const link = where_[agent] & ~on_link;
    if (has_varied_speed_) return leg_[agent] = varied_leg(agent, link, km_today, draw);
    auto leg = fixed_leg_[link];
    if (leg.days == 0) leg.km += km_today;
    return leg;
}

Flight::Leg Flight::varied_leg(std::uint32_t agent, std::uint32_t link, double km_today,
                               sim::Stream& draw) {
    auto const& links = instance_.links;
    bool const is_first = rules_.start_on_foot && has_moved_[agent] == 0;
    double covered = 0.0;
    if (rules_.avoid_short_stints) catch_up(agent);
    for (std::uint32_t days = 0;; ++days) {
        bool const walks = is_first || draw.bernoulli(links.walk_chance[link]);
        double const speed = walks ? rules_.max_walk_speed : links.speed[link];
        covered += speed;
        if (covered > links.km[link]) {
            recent_to_[agent] = day_ + days;
            return {days, km_today + speed + links.km[link] - covered, speed};
        }
        if (day_ + days >= instance_.days) return {instance_.days, 0.0, speed};
        recent_[agent] = (recent_[agent] + (km_today + speed) / rules_.max_move_speed) / 2.0;
        km_today = 0.0;
    }
}

void Flight::arrive(std::uint32_t agent, sim::Stream& draw) {
    ++work_.decisions;
    auto const& links = instance_.links;
    auto link = where_[agent] & ~on_link;
    // One that set out this morning or before: what it has moved today is on its own link.
    auto leg = has_varied_speed_ ? leg_[agent] : fixed_leg_[link];
    while (true) {
        if (has_varied_speed_) has_moved_[agent] = 1;
        auto const place = is_closed_[link] != 0 ? links.from[link] : links.to[link];
        ++state_.agents[place];
        attraction_.update_room(state_, place);
        where_[agent] = place;
        bool const is_sent_back = is_closed_[link] != 0;
        bool const has_plan = has_plans_ && route_[agent] != none;
        if (is_sent_back || !(leg.km < leg.speed)) {
            auto const stay = has_plan ? 0U : days_stayed(place, draw);
            return settle(agent, leg.km, day_ + 1 + stay);
        }
        // Decides once more today: a stay of 0 days, counted from today, means going on.
        bool const must_go = has_plan || is_forced_on(agent, place, leg.km);
        auto const stay = must_go ? 0U : days_stayed(place, draw);
        if (stay > 0) return settle(agent, leg.km, day_ + stay);
        if (!depart(agent, place, draw)) {
            return settle(agent, leg.km, day_ + 1 + days_stayed(place, draw));
        }
        auto const next = set_out(agent, leg.km, draw);
        if (next.days > 0) return arrivals_.add(day_ + next.days, agent);
        leg = next;
        link = where_[agent] & ~on_link;
    }
}

void Flight::settle(std::uint32_t agent, double km_today, std::uint32_t wake) {
    if (has_varied_speed_) remember_day(agent, km_today);
    wait_until(agent, wake);
}

bool Flight::is_forced_on(std::uint32_t agent, std::uint32_t place, double km_today) {
    if (!rules_.avoid_short_stints || state_.is_town[place] == 0) return false;
    return (recent_[agent] + km_today / rules_.max_move_speed) / 2.0 < 0.5;
}

void Flight::remember_day(std::uint32_t agent, double km_today) {
    recent_[agent] = (recent_[agent] + km_today / rules_.max_move_speed) / 2.0;
    recent_to_[agent] = day_ + 1;
}

void Flight::catch_up(std::uint32_t agent) {
    if (day_ <= recent_to_[agent]) return;
    recent_[agent] = std::ldexp(recent_[agent], -static_cast<int>(day_ - recent_to_[agent]));
    recent_to_[agent] = day_;
}

}  // namespace models::flee
