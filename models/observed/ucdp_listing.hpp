#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

/// \file models/observed/ucdp_listing.hpp
/// Which events end up in UCDP's data: those of dyads that were deadly enough in some year.

namespace models {

/// Deaths in a calendar year from which on UCDP lists a dyad, or a one-sided actor [people].
inline constexpr std::uint32_t ucdp_threshold = 25;

/// Sums deaths of units (a dyad; of one-sided violence its actor) by calendar year.
template <std::totally_ordered Unit>
class UcdpListing {
  public:
    /// Count an event's best estimate [people].
    void add(Unit const& unit, int year, std::uint32_t best) { deaths_[{unit, year}] += best; }

    /// Whether a unit reached ucdp_threshold in a year.
    [[nodiscard]] bool is_active(Unit const& unit, int year) const {
        auto const found = deaths_.find({unit, year});
        return found != deaths_.end() && found->second >= ucdp_threshold;
    }

    /// The units that reached it in at least one year: UCDP has their events, of every year.
    [[nodiscard]] std::set<Unit> listed() const {
        std::set<Unit> units;
        for (auto const& [unit_year, sum] : deaths_) {
            if (sum >= ucdp_threshold) units.insert(unit_year.first);
        }
        return units;
    }

  private:
    std::map<std::pair<Unit, int>, std::uint64_t> deaths_;
};

}  // namespace models
