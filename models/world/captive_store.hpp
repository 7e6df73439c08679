#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/world/actor_store.hpp"
#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/captive_store.hpp
/// Fighters in the hands of their enemies.

namespace models {

/// Captives taken at one time and place, one column per attribute; shape (groups). Rows are only
/// appended; a group of which nobody is left has no people.
struct CaptiveStore {
    std::vector<ActorId> holder;        ///< Who holds them.
    std::vector<ActorId> fought_for;    ///< Whose fighters they were.
    std::vector<std::uint32_t> people;  ///< How many there are [people]; 0 = none left.
    std::vector<PlaceId> place;         ///< Where they were taken.
    std::vector<sim::Day> since;        ///< When.

    [[nodiscard]] std::size_t size() const noexcept { return holder.size(); }

    /// Append a group. \pre count >= 1.
    void add(ActorId by, ActorId whose, std::uint32_t count, PlaceId at, sim::Day today) {
        holder.push_back(by);
        fought_for.push_back(whose);
        people.push_back(count);
        place.push_back(at);
        since.push_back(today);
    }
};

/// Captives by the side that they fought for [people]. For every side but civilians, fighters in
/// units = raised - deaths - disbanded - captive.
[[nodiscard]] std::array<std::uint64_t, side_count> count_captives(CaptiveStore const& captives,
                                                                   ActorStore const& actors);

}  // namespace models
