#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/world/world.hpp"

/// \file models/displacement/settled_shares.hpp
/// Where those who fled before have settled: what networks of kin and news know.

namespace models {

/// For each community, the share of its people settled inside the country who are at each place,
/// and the share of those settled abroad. What was true at the last update.
class SettledShares {
  public:
    /// Nobody has settled anywhere.
    explicit SettledShares(Geography const& map);

    /// Take in where everybody is settled now.
    void update(World const& world);

    /// Share of a place among all places on its side of the border [1], 0 to 1.
    [[nodiscard]] double share(Community community, PlaceId place) const noexcept {
        auto const& sums = sums_[static_cast<std::size_t>(community)];
        return sums[place.row + 1] - sums[place.row];
    }

    /// Sum of all shares: the number of sides of the border where anybody has settled, 0 to 2.
    [[nodiscard]] double total(Community community) const noexcept {
        return sums_[static_cast<std::size_t>(community)].back();
    }

    /// A place in proportion to its share. \pre total() > 0.
    [[nodiscard]] PlaceId draw(Community community, sim::Stream& draw) const noexcept;

  private:
    void update_guide(std::size_t community);

    std::vector<std::uint8_t> is_inside_;  // 1 if it is in the country, by place
    // Sums of the shares of all places before each, and of all; shape (communities, places + 1).
    std::array<std::vector<double>, community_count> sums_;
    // Where the search for a draw begins, by equal parts of all draws: the first sum that lies
    // above the least draw of the part. A power of 2, some for each few places.
    std::array<std::vector<std::uint32_t>, community_count> guide_;
};

}  // namespace models
