#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "models/displacement/destination.hpp"
#include "models/displacement/displacement_params.hpp"
#include "models/displacement/return_home.hpp"
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
    /// A settled household that may go.
    struct Torn {
        MoverId mover;
        double u;          // as decide() takes it
        sim::Stream draw;  // what is left of its draws
    };

    /// A settled household that goes.
    struct Leaving {
        MoverId mover;
        Decision decision;  // not to stay
    };

    /// Those due into acting_, and into thinking_ if they are settled.
    void tell_apart(World& world, std::span<MoverId const> due);

    /// Those who are settled decide: most stay, the others are put into leaving_. None of that
    /// depends on what the others do today.
    void think(World& world);
    [[nodiscard]] Decision reconsider(World const& world, Mover const& mover, double u) const;
    void leave_refuge(World& world, MoverId mover, Decision decision);

    /// Chance a day to leave a refuge: none where it is calm [1/day].
    [[nodiscard]] double chance_to_leave(PlaceId refuge) const noexcept;

    /// Those who are not settled act.
    void act(World& world, std::size_t i);
    void act(World& world, MoverId mover);
    [[nodiscard]] ClosedRoutes news_of_closures(World const& world, Mover const& mover) const;
    void choose(World& world, MoverId mover, ClosedRoutes closed);
    void go_on(World& world, MoverId mover);
    void hold(World& world, MoverId mover);
    void arrive(World& world, MoverId mover);
    void settle(World& world, MoverId mover);
    void look_again_tomorrow(World& world, MoverId mover);
    void walk_home(World& world, MoverId mover);

    /// When those who are settled think of it again.
    [[nodiscard]] sim::GeometricLaw const& pause(MoverStatus status) const noexcept {
        return status == MoverStatus::refugee ? pause_of_refugees_ : pause_of_displaced_;
    }

    DisplacementParams params_;
    DestinationTables tables_;
    sim::GeometricLaw pause_of_displaced_;
    sim::GeometricLaw pause_of_refugees_;
    std::vector<double> days_of_route_;  // how long each takes [day]
    // Scratch, each ascending by mover.
    std::vector<MoverId> acting_;            // those due who are not settled
    std::vector<MoverId> thinking_;          // those who are
    std::vector<std::uint32_t> households_;  // of each of these
    std::vector<sim::PhiloxCounter> draws_;  // the first of each of these
    std::vector<Torn> torn_;                 // of them: who may go
    std::vector<Leaving> leaving_;           // of them: who goes
};

}  // namespace models
