#pragma once

#include <utility>
#include <vector>

#include "models/timeline/timeline.hpp"
#include "models/timeline/timeline_params.hpp"
#include "models/world/world.hpp"

/// \file models/timeline/episodes.hpp
/// Rows that have an effect for as long as they last.
///
/// What they change is computed anew each day from the rows that are open, so that nothing is left
/// of an episode when it ends, and a resumed run needs no memory of it.

namespace models {

/// The places that a row is about, with shares that sum to 1: its place, or else the towns of its
/// region by population. A region without towns gives nothing.
[[nodiscard]] std::vector<std::pair<PlaceId, double>> goals_of(TimelineRow const& row,
                                                               PlaceColumns const& places);

/// Orders, tempo and hiding of every actor that an episode names.
///
/// Tempo is the highest of the open offensives (1 if there is none) times that of every open
/// lie_low row. Beside the usual deployment one offensive draws `offensive_share` of the fighters
/// to its goals; several share the actor between them. A deploy_region row with an end adds its
/// weight. \pre  offensive_share is 0 to below 1.
void apply_campaigns(Timeline const& timeline, TimelineParams const& params, World& world);

/// Food stress of every cell: the highest of the open rows that cover it, or 0. Does nothing on a
/// day on which no such row begins or ends.
void apply_food_stress(Timeline const& timeline, World& world);

}  // namespace models
