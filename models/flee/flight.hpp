#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/flee/attraction.hpp"
#include "models/flee/calendar.hpp"
#include "models/flee/instance.hpp"
#include "models/flee/route_table.hpp"
#include "sim/random/stream.hpp"

/// \file models/flee/flight.hpp
/// The agents of a Flee run and their day.

namespace models::flee {

/// How much was done, for figures of speed.
struct Work {
    std::uint64_t agent_days = 0;  ///< Agents that Flee would have visited, over all days.
    std::uint64_t decisions = 0;   ///< Times that an agent was looked at.
    std::uint64_t departures = 0;  ///< Times that an agent set out along a link.
};

/// All agents of one run, in the order in which they flee, one column per attribute.
///
/// Nobody who stays where they are costs anything: the days until an agent leaves are drawn at
/// once, which has the law of deciding daily (README.md), and drawn anew when the chance at its
/// place changes.
class Flight {
  public:
    /// \param routes  Of that instance. \pre Both outlive this.
    Flight(Instance const& instance, std::shared_ptr<RouteTable const> routes, sim::Seed seed);

    /// One day: conflicts, newly displaced, closures, decisions, travel. \pre The next day.
    /// \throws InputError if people flee while no place is in conflict.
    void step(std::uint32_t day);

    /// Agents so far.
    [[nodiscard]] std::uint32_t agents() const noexcept {
        return static_cast<std::uint32_t>(where_.size());
    }

    /// Agents at a place, those on the way left out.
    [[nodiscard]] std::int32_t agents_at(std::uint32_t place) const noexcept {
        return state_.agents[place];
    }

    [[nodiscard]] Work const& work() const noexcept { return work_; }

  private:
    // A stretch along one link.
    struct Leg {
        std::uint32_t days = 0;  // until it ends; 0: today
        double km = 0.0;         // moved on the day on which it ends
        double speed = 0.0;      // on that day [km/day]
    };

    // How long agents stay at a place: floor(a unit exponential * scale) days.
    struct Stay {
        double chance = 0.0;  // to leave on a day [1/day]
        double scale = 0.0;   // [d]
    };

    void change_conflicts();
    void spawn();
    void spawn_from(std::vector<double> const& weights, std::uint32_t count);
    [[nodiscard]] std::vector<double> spawn_weights() const;
    void change_closures();
    void refresh_chances();

    void add(std::uint32_t place, sim::Stream& draw);
    [[nodiscard]] static Stay stay_with(double chance) noexcept;
    [[nodiscard]] std::uint32_t days_stayed(std::uint32_t place, sim::Stream& draw) const noexcept;
    void wait_until(std::uint32_t agent, std::uint32_t day);
    template <class Act>
    void each_due(Calendar& calendar, sim::Purpose purpose, Act act);
    void let_decide();
    void let_arrive();
    void decide(std::uint32_t agent, sim::Stream& draw);
    void arrive(std::uint32_t agent, sim::Stream& draw);
    bool depart(std::uint32_t agent, std::uint32_t place, sim::Stream& draw);
    [[nodiscard]] Leg set_out(std::uint32_t agent, double km_today, sim::Stream& draw);
    [[nodiscard]] Leg varied_leg(std::uint32_t agent, std::uint32_t link, double km_today,
                                 sim::Stream& draw);
    void settle(std::uint32_t agent, double km_today, std::uint32_t wake);
    [[nodiscard]] bool is_forced_on(std::uint32_t agent, std::uint32_t place, double km_today);
    void remember_day(std::uint32_t agent, double km_today);
    void catch_up(std::uint32_t agent);

    Instance const& instance_;
    MoveRules const& rules_;
    std::shared_ptr<RouteTable const> routes_;
    sim::Seed seed_;
    std::uint32_t day_ = 0;

    PlaceState state_;
    Attraction attraction_;
    std::vector<Stay> stay_;               // at each place, today
    std::vector<std::uint8_t> is_closed_;  // each link
    std::size_t next_conflict_ = 0;
    std::size_t next_closure_ = 0;
    bool closures_changed_ = false;

    std::vector<std::uint32_t> where_;  // place, or on_link + link
    std::vector<std::uint32_t> wake_;   // day on which it leaves its place
    // Columns that only some settings need; empty otherwise.
    std::vector<std::uint32_t> route_;      // planned, or none
    std::vector<std::uint16_t> stage_;      // links of it behind the agent
    std::vector<std::uint8_t> has_moved_;   // along a link to its end
    std::vector<Leg> leg_;                  // how it will arrive
    std::vector<double> recent_;            // mean of travel of late [1]
    std::vector<std::uint32_t> recent_to_;  // first day that recent_ does not cover
    Calendar deciders_;
    Calendar arrivals_;
    std::vector<Leg> fixed_leg_;  // of each link, at its own speed, begun in the morning
    bool has_plans_;              // routes may have several links
    bool has_varied_speed_;       // legs depend on more than their link
    Work work_;
};

}  // namespace models::flee
