#include "models/scoring/scoring_units.hpp"

#include <algorithm>

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"

namespace models {

void PlacingTally::add(Placing placing) noexcept {
    if (placing == Placing::by_name) ++by_name;
    if (placing == Placing::by_coordinates) ++by_coordinates;
    if (placing == Placing::outside) ++outside;
}

void PlacingTally::add(PlacingTally const& other) noexcept {
    by_name += other.by_name;
    by_coordinates += other.by_coordinates;
    outside += other.outside;
}

ScoringUnits::ScoringUnits(UnitKind kind, ResultMap map) : kind_{kind}, map_{std::move(map)} {
    sim::require(map_.lat.size() >= 2 && map_.lon.size() >= 2,
                 "The map of the result file has fewer than two rows or columns (/cells/lat, "
                 "/cells/lon), too few to place events. Score a larger map.");
    if (kind == UnitKind::priogrid) {
        gids_ = map_.home_gids();
        for (auto const gid : gids_) names_.push_back(std::to_string(gid));
    } else {
        names_ = kind == UnitKind::region ? map_.regions : map_.cercles;
        unit_of_ = kind == UnitKind::region ? map_.region_of : map_.cercle_of;
        for (std::uint32_t row = 0; row < size(); ++row) {
            by_name_.emplace(folded_name(names_[row]), row);
        }
    }
    sim::require(size() > 0,
                 "The map of the result file has no cell in any unit (/cells/region, "
                 "/cells/cercle). Score a run whose grid names them.");
}

ScoringUnits::Place ScoringUnits::place_of(ObservedEvent const& event) const {
    if (kind_ != UnitKind::priogrid) {
        auto const& name = kind_ == UnitKind::region ? event.admin1 : event.admin2;
        auto const found = by_name_.find(folded_name(name));
        if (found != by_name_.end()) return {.unit = found->second, .placing = Placing::by_name};
    }
    auto const unit = unit_at(event.at);
    if (!unit) return {};
    return {.unit = *unit, .placing = Placing::by_coordinates};
}

std::optional<std::uint32_t> ScoringUnits::unit_at(sim::GeoPoint at) const {
    if (kind_ == UnitKind::priogrid) {
        auto const gid = priogrid_gid(at);
        auto const found = std::ranges::lower_bound(gids_, gid);
        if (found == gids_.end() || *found != gid) return std::nullopt;
        return static_cast<std::uint32_t>(found - gids_.begin());
    }
    auto const cell = map_.cell_at(at);
    if (!cell) return std::nullopt;
    auto const unit = unit_of_[*cell];
    if (unit < 0) return std::nullopt;
    return static_cast<std::uint32_t>(unit);
}

}  // namespace models
