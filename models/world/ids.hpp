#pragma once

#include <cstdint>
#include <limits>

#include "sim/base/ids.hpp"

/// \file models/world/ids.hpp
/// The rows of the model's stores.

namespace models {

using ActorId = sim::Id<struct ActorTag>;
using UnitId = sim::Id<struct UnitTag>;
using PlaceId = sim::Id<struct PlaceTag>;
using RouteId = sim::Id<struct RouteTag>;
using AgreementId = sim::Id<struct AgreementTag>;
using StratumId = sim::Id<struct StratumTag>;
using HouseholdId = sim::Id<struct HouseholdTag>;
using MoverId = sim::Id<struct MoverTag>;
using CountryId = sim::Id<struct CountryTag>;
using RegionId = sim::Id<struct RegionTag>;

inline constexpr ActorId no_actor{sim::no_row};
inline constexpr PlaceId no_place{sim::no_row};
inline constexpr RegionId no_region{sim::no_row};
inline constexpr AgreementId no_agreement{sim::no_row};

/// A day that never comes.
inline constexpr sim::Day never{std::numeric_limits<std::uint32_t>::max()};

}  // namespace models
