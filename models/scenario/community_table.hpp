#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "models/world/kinds.hpp"

/// \file models/scenario/community_table.hpp
/// How the people of each region divide into communities.

namespace models {

/// Share of each community among the people of one region, each 0 to 1, sum 1.
using CommunityShares = std::array<double, community_count>;

/// Shares by region; row i is region i of the geography.
using RegionCommunities = std::vector<CommunityShares>;

/// Read the table of communities: `region,community,share,note_source`.
///
/// A community that a region does not list has no people there.
///
/// \param regions  Every region of the simulated country; each must have shares.
/// \throws InputError with file and line if a region or community is unknown or listed twice, a
///         share is not 0 to 1, or those of a region do not sum to 1 within 1e-6.
[[nodiscard]] RegionCommunities read_communities(std::filesystem::path const& path,
                                                 std::vector<std::string> const& regions);

}  // namespace models
