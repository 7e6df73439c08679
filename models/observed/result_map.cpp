#include "models/observed/result_map.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

// Share of a cell by which a point on an edge may be off through rounding.
constexpr double rounding = 1e-6;

// Position along an axis of equal steps; nothing beyond its ends.
std::optional<std::size_t> position(std::vector<double> const& centres, double value) noexcept {
    double const step = centres[1] - centres[0];
    double const at = std::floor((value - centres[0]) / step + 0.5 + rounding);
    if (!(at >= 0.0) || at >= static_cast<double>(centres.size())) return std::nullopt;
    return static_cast<std::size_t>(at);
}

void check(sim::ResultReader const& reader, std::string const& path,
           std::vector<std::int16_t> const& rows, std::size_t cells, std::size_t names) {
    bool const is_right =
        rows.size() == cells && std::ranges::all_of(rows, [names](std::int16_t row) {
            return row >= -1 && (row < 0 || static_cast<std::size_t>(row) < names);
        });
    sim::require(is_right, reader.path() + ": " + path +
                               " does not agree with its axes or flag_meanings. The file is "
                               "damaged; make it anew.");
}

}  // namespace

std::vector<std::string> flag_names(sim::ResultReader const& reader, std::string const& path) {
    std::vector<std::string> names;
    for (auto const& flag : reader.flags(path)) {
        names.push_back(flag.meaning);
        std::ranges::replace(names.back(), '_', ' ');
    }
    return names;
}

std::optional<std::size_t> ResultMap::cell_at(sim::GeoPoint at) const noexcept {
    if (lat.size() < 2 || lon.size() < 2) return std::nullopt;
    auto const row = position(lat, at.lat), column = position(lon, at.lon);
    if (!row || !column) return std::nullopt;
    return *row * lon.size() + *column;
}

std::vector<std::int32_t> ResultMap::home_gids() const {
    std::vector<std::int32_t> gids;
    for (std::size_t cell = 0; cell < country_of.size(); ++cell) {
        if (country_of[cell] != 0) continue;
        gids.push_back(
            priogrid_gid({.lat = lat[cell / lon.size()], .lon = lon[cell % lon.size()]}));
    }
    std::ranges::sort(gids);
    gids.erase(std::unique(gids.begin(), gids.end()), gids.end());
    return gids;
}

ResultMap read_result_map(sim::ResultReader const& reader) {
    sim::require(reader.contains("/cells/country"),
                 reader.path() +
                     " has no map (its scenario has output.cells_every_days = 0). Run it with "
                     "--set output.cells_every_days=28.");
    auto const countries = flag_names(reader, "/cells/country");
    ResultMap map{.country = countries.empty() ? "" : countries.front(),
                  .regions = flag_names(reader, "/cells/region"),
                  .cercles = flag_names(reader, "/cells/cercle"),
                  .lat = reader.read<double>("/cells/lat"),
                  .lon = reader.read<double>("/cells/lon"),
                  .country_of = reader.read<std::int16_t>("/cells/country"),
                  .region_of = reader.read<std::int16_t>("/cells/region"),
                  .cercle_of = reader.read<std::int16_t>("/cells/cercle")};
    auto const cells = map.lat.size() * map.lon.size();
    check(reader, "/cells/country", map.country_of, cells, countries.size());
    check(reader, "/cells/region", map.region_of, cells, map.regions.size());
    check(reader, "/cells/cercle", map.cercle_of, cells, map.cercles.size());
    return map;
}

ResultDays read_result_days(sim::ResultReader const& reader) {
    auto const days = reader.read<std::int32_t>("/totals/time");
    sim::require(!days.empty(),
                 reader.path() +
                     ": has no days in /totals/time (the run ended before the first). Run again.");
    auto const zero = reader.first_day("/totals/time");
    ResultDays const range{zero + std::chrono::days{days.front()},
                           zero + std::chrono::days{days.back()}};
    sim::require(range.first <= range.last,
                 reader.path() + ": is damaged at /totals/time (days run backwards). Run again.");
    return range;
}

}  // namespace models
