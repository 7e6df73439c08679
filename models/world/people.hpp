#pragma once

#include <array>
#include <cstdint>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "models/world/world.hpp"

/// \file models/world/people.hpp
/// Changes of where people are, with the running sums of the world kept true; and the recount.

namespace models {

/// Whether a mover is a household that is alive and away from home.
[[nodiscard]] constexpr bool is_away(MoverStatus status) noexcept {
    return status < MoverStatus::returned;
}

/// Whether a mover is a household that has found refuge.
[[nodiscard]] constexpr bool is_settled(MoverStatus status) noexcept {
    return status == MoverStatus::displaced || status == MoverStatus::refugee;
}

/// The i-th household at home in a stratum leaves for a place. \pre i < strata().at_home
MoverId leave_home(World& world, StratumId stratum, std::uint32_t i, PlaceId towards);

/// A household away from home has a new status, a new place, or both.
/// \pre It is away, and \p status is one of those away.
void put_mover(World& world, MoverId mover, MoverStatus status, PlaceId at);

/// A household comes home. \pre It is away.
void come_home(World& world, MoverId mover);

/// One person of a household away from home dies. \pre It is away.
void lose_person_away(World& world, MoverId mover);

/// Where everybody is.
struct PeopleCount {
    std::uint64_t at_home = 0;                             ///< People at home [people].
    std::array<std::uint64_t, mover_status_count> away{};  ///< People away, by status [people].
    bool sums_are_true = true;  ///< Every running sum of the world equals the recount.

    [[nodiscard]] std::uint64_t all() const noexcept {
        std::uint64_t sum = at_home;
        for (auto const people : away) sum += people;
        return sum;
    }
};

/// Count everybody again, household by household. Takes time in proportion to all households.
///
/// With no births, all() plus the civilian dead is the same on every day of a run.
[[nodiscard]] PeopleCount count_people(World const& world);

}  // namespace models
