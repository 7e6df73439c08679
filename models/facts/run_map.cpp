#include "models/facts/run_map.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

// The names behind the numbers of a variable: CF separates them by blanks, and has '_' for one.
std::vector<std::string> names_of(sim::ResultReader const& reader, std::string const& path) {
    std::vector<std::string> names{""};
    for (char const c : reader.attribute(path, "flag_meanings")) {
        if (c == ' ') {
            names.emplace_back();
        } else {
            names.back() += c == '_' ? ' ' : c;
        }
    }
    return names;
}

sim::Date first_day_of(sim::ResultReader const& reader) {
    constexpr std::string_view before = "days since ";
    auto const units = reader.attribute("/totals/time", "units");
    auto const date = units.starts_with(before)
                          ? sim::parse_date(std::string_view{units}.substr(before.size(), 10))
                          : std::nullopt;
    sim::require(date.has_value(),
                 reader.path() + ": /totals/time has units \"" + units +
                     "\" (not days since a date). The file is damaged: run again.");
    return *date;
}

// Position of the centre nearest to x, if x is within half a step of it.
std::optional<std::size_t> position(std::vector<double> const& centres, double x) noexcept {
    if (centres.size() < 2) return std::nullopt;
    double const step = centres[1] - centres[0];
    double const at = std::floor((x - centres[0]) / step + 0.5);
    if (!(at >= 0.0 && at < static_cast<double>(centres.size()))) return std::nullopt;
    return static_cast<std::size_t>(at);
}

// A name known to the run, or the one of its map.
std::string settled(std::string const& name, std::vector<std::string> const& known,
                    std::vector<std::int16_t> const& on_map, std::optional<std::size_t> cell) {
    auto const folded = folded_name(name);
    auto const is_same = [&folded](std::string const& one) { return folded_name(one) == folded; };
    if (std::ranges::any_of(known, is_same) || !cell) return name;
    auto const row = on_map[*cell];
    if (row < 0 || static_cast<std::size_t>(row) >= known.size()) return name;
    return known[static_cast<std::size_t>(row)];
}

}  // namespace

std::optional<std::size_t> RunMap::cell_at(sim::GeoPoint at) const noexcept {
    auto const row = position(lat, at.lat), column = position(lon, at.lon);
    if (!row || !column) return std::nullopt;
    return *row * lon.size() + *column;
}

RunMap read_run_map(sim::ResultReader const& reader) {
    sim::require(reader.is_complete(), reader.path() +
                                           " is not finished (it is what a stopped run left). Run "
                                           "it again to the end.");
    sim::require(reader.contains("/cells/country"),
                 reader.path() +
                     " has no map (its scenario has output.cells_every_days = 0). Run it with "
                     "--set output.cells_every_days=28.");
    RunMap map;
    auto const days = reader.shape("/totals/time").front();
    sim::require(days > 0, reader.path() + " has no days in it. Run it again.");
    map.context.first_day = first_day_of(reader);
    map.context.last_day = map.context.first_day + std::chrono::days{days - 1};
    map.context.regions = names_of(reader, "/cells/region");
    map.context.units = names_of(reader, "/cells/cercle");
    map.country = names_of(reader, "/cells/country").front();
    map.lat = reader.read<double>("/cells/lat");
    map.lon = reader.read<double>("/cells/lon");
    map.region_of = reader.read<std::int16_t>("/cells/region");
    map.unit_of = reader.read<std::int16_t>("/cells/cercle");
    std::set<std::int32_t> gids;
    auto const country = reader.read<std::int16_t>("/cells/country");
    for (std::size_t cell = 0; cell < country.size(); ++cell) {
        if (country[cell] != 0) continue;
        gids.insert(priogrid_gid({map.lat[cell / map.lon.size()], map.lon[cell % map.lon.size()]}));
    }
    map.context.cells.assign(gids.begin(), gids.end());
    return map;
}

std::vector<ObservedEvent> events_inside(std::vector<AcledEvent> const& events, RunMap const& map) {
    std::vector<ObservedEvent> inside;
    auto const country = folded_name(map.country);
    for (auto const& event : events) {
        bool const is_in_period =
            event.date >= map.context.first_day && event.date <= map.context.last_day;
        bool const is_in_country =
            (event.country.empty() || folded_name(event.country) == country) &&
            std::ranges::binary_search(map.context.cells, priogrid_gid(event.at));
        if (!is_in_period || !is_in_country || !is_political_violence(event.sub_event)) continue;
        auto one = observed(event);
        auto const cell = map.cell_at(event.at);
        one.admin1 = settled(one.admin1, map.context.regions, map.region_of, cell);
        one.admin2 = settled(one.admin2, map.context.units, map.unit_of, cell);
        inside.push_back(std::move(one));
    }
    return inside;
}

}  // namespace models
