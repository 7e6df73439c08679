#pragma once

#include <vector>

#include "models/retreat/retreat_params.hpp"
#include "models/world/world.hpp"

/// \file models/retreat/retreat.hpp
/// The state leaves posts that cost too much, and its services go with it.

namespace models {

/// What holding a post is expected to cost [value].
/// \param threat   Recent events there [events].
/// \param enemies  Strength of enemies nearby [rebels].  \param own  Of friends nearby [rebels].
[[nodiscard]] double expected_loss(RetreatParams const& params, double threat, double enemies,
                                   double own) noexcept;

/// What a post is worth [value].
/// \param road_km  Distance to the nearest road [km].
[[nodiscard]] double value_of(RetreatParams const& params, double people, double road_km) noexcept;

/// Rate at which a post is left [1/day]: leave_rate * (loss / value - 1), 0 if that is negative.
[[nodiscard]] double leave_hazard(RetreatParams const& params, double loss, double value) noexcept;

/// The largest town of each region of the country, which a state never leaves of itself; shape
/// (places), 1 for these.
[[nodiscard]] std::vector<std::uint8_t> regional_capitals(Geography const& map);

/// Leaves posts and comes back to them, once a week, and changes services once in thirty days.
/// Runs before units move.
class RetreatProcess {
  public:
    RetreatProcess(RetreatParams const& params, Geography const& map);

    void operator()(World& world);

  private:
    void see_strengths(World const& world, ActorId state);
    void leave_posts(World& world, ActorId state);
    void return_to_posts(World& world);
    void change_services(World& world) const;
    [[nodiscard]] double strength_near(World const& world, std::vector<double> const& strength,
                                       PlaceId place) const noexcept;

    RetreatParams params_;
    std::vector<std::uint8_t> is_capital_;
    std::vector<double> friends_, enemies_;  // strength by cell [rebels]
};

}  // namespace models
