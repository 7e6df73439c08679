#pragma once

#include <memory>

#include "models/conflict_table/conflict_table.hpp"
#include "models/flee/instance.hpp"
#include "models/world/geography.hpp"

/// \file models/scenario/flee_map.hpp
/// What a Flee instance says of places, ways and conflicts, in our terms. Place i is cell i.

namespace models {

/// The map of an instance.
///
/// Conflict zones and towns are towns; markers, forwarding hubs and places abroad that are ever in
/// conflict are bases, which nobody chooses. A camp that no link leads to for some days, or that a
/// closure makes a town, takes nobody on these days.
///
/// \param lead_days  Day 0 of the map is so many days before day 0 of the instance; what is closed
///                   on the latter is closed before.
[[nodiscard]] std::shared_ptr<Geography const> flee_map(flee::Instance const& instance,
                                                        std::uint32_t lead_days);

/// The conflicts of an instance, with the same days.
[[nodiscard]] ConflictTable flee_conflicts(flee::Instance const& instance, std::uint32_t lead_days);

}  // namespace models
