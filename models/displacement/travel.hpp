#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "models/displacement/destination.hpp"
#include "models/displacement/displacement_params.hpp"
#include "models/world/world.hpp"
#include "sim/random/geometric_law.hpp"

/// \file models/displacement/travel.hpp
/// Households away from home: on the way, at closed routes, in refuge, and home again.

namespace models {

/// Lets every mover act that is due today, in row order; the others cost nothing.
///
/// A mover is in one of these states (README.md has the picture): on foot between home and its
/// nearest place (next_stop is no_place), on a route (next_stop is its end), held (at a closed
/// route, or destination is no_place and it tries to find one every day), or settled.
class TravelProcess {
  public:
    /// \throws InputError if a kin factor names neither a country nor a region of the map.
    TravelProcess(DisplacementParams const& params, std::shared_ptr<Geography const> map);

    /// One day.
    void operator()(World& world);

  private:
    /// Draw for those due who are settled, for all of them at once.
    void draw_decisions(World const& world, std::span<MoverId const> due);
    void act(World& world, MoverId mover);
    [[nodiscard]] ClosedRoutes news_of_closures(World const& world, MoverId mover) const;
    void choose(World& world, MoverId mover, ClosedRoutes closed);
    void go_on(World& world, MoverId mover);
    void hold(World& world, MoverId mover);
    void arrive(World& world, MoverId mover);
    void settle(World& world, MoverId mover);
    void look_again_tomorrow(World& world, MoverId mover);
    void walk_home(World& world, MoverId mover);
    void reconsider(World& world, MoverId mover, sim::Stream draw);

    /// When those who are settled think of it again.
    [[nodiscard]] sim::GeometricLaw const& pause(MoverStatus status) const noexcept {
        return status == MoverStatus::refugee ? pause_of_refugees_ : pause_of_displaced_;
    }

    DisplacementParams params_;
    DestinationTables tables_;
    sim::GeometricLaw pause_of_displaced_;
    sim::GeometricLaw pause_of_refugees_;
    std::vector<std::uint32_t> deciding_;    // households of those due who are settled; scratch
    std::vector<sim::PhiloxCounter> draws_;  // the first of each; scratch
};

}  // namespace models
