#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/world/ids.hpp"

/// \file models/world/barred_places.hpp
/// Where actors may not be today, because somebody keeps them out.

namespace models {

/// Pairs of an actor and a place. While it is barred, what the actor wants there (its deployment,
/// its orders, new units) counts as nothing; those weights stay as they are, so that all is as
/// before when the bar is lifted. Made anew each day by the rules that bar.
class BarredPlaces {
  public:
    [[nodiscard]] bool is_barred(ActorId actor, PlaceId place) const noexcept {
        return !rows_.empty() && rows_[actor.row * places_ + place.row] != 0;
    }

    /// Whether anybody is barred from anywhere.
    [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }

    /// Nobody is barred any more.
    void clear() noexcept { rows_.clear(); }

    /// An actor is barred from a place. \pre Both are rows below the numbers given.
    void bar(ActorId actor, PlaceId place, std::size_t actors, std::size_t places) {
        places_ = places;
        rows_.resize(actors * places, 0);
        rows_[actor.row * places + place.row] = 1;
    }

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(places_, rows_);
    }

  private:
    std::size_t places_ = 0;
    std::vector<std::uint8_t> rows_;  // shape (actors, places), or empty
};

}  // namespace models
