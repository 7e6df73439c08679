#pragma once

#include <cstddef>
#include <vector>

#include "models/control/control_params.hpp"
#include "models/world/world.hpp"
#include "sim/base/bits.hpp"

/// \file models/control/capture.hpp
/// Places change hands when the garrison is gone or gives way.

namespace models {

/// Strength at one place of those who hold it and of those who would take it [rebels].
struct Standoff {
    double holders = 0.0;          ///< The holder and its allies.
    double challengers = 0.0;      ///< Actors that would fight the holder.
    ActorId strongest = no_actor;  ///< The strongest challenger; ties go to the lower row.
};

/// Strength of every actor at every place, of stationed units that do not hide [rebels].
class StrengthAtPlaces {
  public:
    explicit StrengthAtPlaces(World const& world);

    /// Look again, after a change of the world.
    void look(World const& world);

    /// Calls visit(ActorId, strength) for each actor with strength > 0 at a place, ascending.
    template <class Visit>
    void for_each(PlaceId place, Visit&& visit) const {
        who_.for_each(place.row, [&](std::uint32_t actor) {
            visit(ActorId{actor}, strength_[place.row * actors_ + actor]);
        });
    }

  private:
    std::size_t actors_;
    std::vector<double> strength_;  // shape (places, actors)
    sim::BitSets who_;              // is at each place
};

/// Who faces whom at a place. Nobody holds out where nobody holds it.
[[nodiscard]] Standoff standoff_at(World const& world, PlaceId place,
                                   StrengthAtPlaces const& strength);

/// Hand a place to its captor: foreign forces and allies of the state take it for the state. The
/// garrison of the loser leaves for the nearest place that its side holds.
void capture(World& world, PlaceId place, ActorId captor, ControlParams const& params);

/// A place without a garrison of its holder goes, sooner or later, to whoever holds the nearest
/// town with a garrison, if the two are enemies.
void follow_neighbours(World& world, StrengthAtPlaces const& strength, ControlParams const& params);

/// Today's captures, place by place in row order.
/// \param strength  As it is now. Who leaves in the course of it counts until tomorrow.
void change_hands(World& world, StrengthAtPlaces const& strength, ControlParams const& params);

}  // namespace models
