#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/flee/instance.hpp"
#include "models/flee/route_table.hpp"

/// \file models/flee/attraction.hpp
/// What draws people to places today, and the choice between routes.

namespace models::flee {

/// What a place is today. One column per attribute, shape (places).
struct PlaceState {
    std::vector<std::uint8_t> is_camp;          ///< 1 while it is a camp that takes people.
    std::vector<std::uint8_t> is_town;          ///< 1 while it is a town.
    std::vector<double> base_movechance;        ///< By its type today [1/day].
    std::vector<double> intensity;              ///< Of its conflict [1]; 0: none.
    std::vector<std::uint32_t> conflict_since;  ///< Day on which the conflict began.
    std::vector<double> population;             ///< [agents]
    std::vector<double> capacity;               ///< [agents]; below 1 after scaling: no limit.
    std::vector<std::int32_t> agents;  ///< Who are there, those on the way left out [agents].
};

/// Places as they are before the first day.
[[nodiscard]] PlaceState first_state(Instance const& instance);

/// Factor on the effect of a conflict of that age: `conflict_spawn_decay`, or 1.
/// \pre day >= since
[[nodiscard]] double conflict_decay(SpawnRules const& rules, std::uint32_t since,
                                    std::uint32_t day) noexcept;

/// Chance that an agent at a place leaves today, ways apart [1/day], 0 to 1.
[[nodiscard]] double movechance(MoveRules const& rules, PlaceState const& state,
                                std::uint32_t place) noexcept;

/// How far a camp still takes people: 1 below the buffer, 0 when full, linear between.
/// \param capacity  After scaling [agents]; below 1: no limit.
[[nodiscard]] inline double capacity_multiplier(double agents, double capacity,
                                                double buffer) noexcept {
    if (capacity < 1.0 || agents <= buffer * capacity) return 1.0;
    if (agents >= capacity) return 0.0;
    return 1.0 - (agents - buffer * capacity) / (capacity * (1.0 - buffer));
}

/// The weights of all routes: score(end) / (softening + km), times how far the end takes people.
class Attraction {
  public:
    Attraction(Instance const& instance, std::shared_ptr<RouteTable const> routes);

    /// Bring scores and closures up to today. Call it each day before anybody decides.
    void begin_day(PlaceState const& state, std::uint32_t day,
                   std::vector<std::uint8_t> const& is_closed, bool closures_changed);

    /// The number of agents at a place, or its capacity, has changed.
    void update_room(PlaceState const& state, std::uint32_t place) noexcept {
        double const capacity = state.capacity[place] * rules_.capacity_scaling;
        if (capacity < 1.0 && room_[place] == 1.0) return;
        double const room =
            capacity_multiplier(state.agents[place], capacity, rules_.capacity_buffer);
        if (room == room_[place]) return;
        room_[place] = room;
        ++version_;
    }

    /// capacity_multiplier() of a place now.
    [[nodiscard]] double room(std::uint32_t place) const noexcept { return room_[place]; }

    /// A route from a place in proportion to its weight; if all weights are 0, any.
    /// \param u  Uniform draw, 0 <= u < 1.
    /// \return   Nothing if no route is open.
    [[nodiscard]] std::optional<std::uint32_t> choose(std::uint32_t place, double u);

  private:
    void update_scores(PlaceState const& state, std::uint32_t day);
    void update_weights(std::uint32_t place);

    MoveRules rules_;
    SpawnRules spawn_;
    std::vector<std::uint8_t> is_abroad_;
    std::shared_ptr<RouteTable const> routes_;
    std::vector<double> nearness_;       // of each route: 1 / (softening + km)^power
    std::vector<std::uint8_t> is_open_;  // each route: 1 if all of its links are
    std::vector<double> score_;          // of each place
    std::vector<double> room_;           // of each place
    std::vector<double> cumulative_;     // of each route, among those from its place
    std::vector<std::uint32_t> made_;    // version of each place's cumulative weights
    std::uint32_t version_ = 1;
};

inline std::optional<std::uint32_t> Attraction::choose(std::uint32_t place, double u) {
    if (made_[place] != version_) update_weights(place);
    auto const begin = routes_->begin(place);
    auto const end = routes_->begin(place + 1);
    if (begin == end || !(cumulative_[end - 1] > 0.0)) return std::nullopt;
    double const wanted = u * cumulative_[end - 1];
    std::span const sums{cumulative_.data() + begin, end - begin};
    std::uint32_t chosen = 0;
    if (sums.size() <= 16) {  // few: counting without a branch beats searching
        for (auto const sum : sums) chosen += sum <= wanted ? 1U : 0U;
    } else {
        auto const found = std::upper_bound(sums.begin(), sums.end(), wanted);
        chosen = static_cast<std::uint32_t>(found - sums.begin());
    }
    if (chosen < sums.size()) return begin + chosen;
    // Rounding put the draw on the end of the list: the last route that has a weight.
    auto last = end - 1;
    while (last > begin && cumulative_[last - 1] == cumulative_[last]) --last;
    return last;
}

}  // namespace models::flee
