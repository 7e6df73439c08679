#include "models/scoring/scoring_units.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

// Share of a cell by which a point on an edge may be off through rounding.
constexpr double rounding = 1e-6;

// Position along an axis of equal steps; nothing beyond its ends.
std::optional<std::size_t> index_of(std::vector<double> const& axis, double value) {
    double const step = axis[1] - axis[0];
    double const place = std::floor((value - axis[0]) / step + 0.5 + rounding);
    if (!(place >= 0.0) || place >= static_cast<double>(axis.size())) return std::nullopt;
    return static_cast<std::size_t>(place);
}

std::vector<std::int32_t> gids_of(CellMap const& map) {
    std::vector<std::int32_t> gids;
    for (std::size_t cell = 0; cell < map.unit.size(); ++cell) {
        if (map.unit[cell] < 0) continue;
        gids.push_back(priogrid_gid(
            {.lat = map.lat[cell / map.lon.size()], .lon = map.lon[cell % map.lon.size()]}));
    }
    std::ranges::sort(gids);
    auto const repeated = std::ranges::unique(gids);
    gids.erase(repeated.begin(), repeated.end());
    return gids;
}

}  // namespace

CellMap read_cell_map(sim::ResultReader const& file, UnitKind kind) {
    std::string const path = kind == UnitKind::cercle ? "/cells/cercle" : "/cells/region";
    sim::require(file.contains(path),
                 file.path() + ": has no " + path +
                     ", so its events cannot be given to units. Run the scenario again with "
                     "output.cells_every_days above 0.");
    CellMap map{.lat = file.read<double>("/cells/lat"),
                .lon = file.read<double>("/cells/lon"),
                .unit = file.read<std::int16_t>(path)};
    std::istringstream words{file.attribute(path, "flag_meanings")};
    for (std::string word; words >> word;) map.names.push_back(word);
    bool const is_whole =
        map.unit.size() == map.lat.size() * map.lon.size() &&
        std::ranges::all_of(map.unit, [&](std::int16_t unit) {
            return unit >= -1 && unit < static_cast<std::int16_t>(map.names.size());
        });
    sim::require(is_whole,
                 file.path() + ": " + path +
                     " does not agree with its axes or flag_meanings. Make the file anew.");
    return map;
}

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

ScoringUnits::ScoringUnits(UnitKind kind, CellMap map) : kind_{kind}, map_{std::move(map)} {
    sim::require(map_.lat.size() >= 2 && map_.lon.size() >= 2,
                 "The map of the result file has fewer than two rows or columns (/cells/lat, "
                 "/cells/lon), too few to place events. Score a larger map.");
    if (kind == UnitKind::priogrid) {
        gids_ = gids_of(map_);
        for (auto const gid : gids_) names_.push_back(std::to_string(gid));
    } else {
        names_ = map_.names;
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
    auto const row = index_of(map_.lat, at.lat);
    auto const column = index_of(map_.lon, at.lon);
    if (!row || !column) return std::nullopt;
    auto const unit = map_.unit[*row * map_.lon.size() + *column];
    if (unit < 0) return std::nullopt;
    return static_cast<std::uint32_t>(unit);
}

}  // namespace models
