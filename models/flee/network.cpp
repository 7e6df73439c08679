#include "models/flee/network.hpp"

#include <algorithm>
#include <cctype>

#include "sim/base/check.hpp"
#include "sim/config/nearest.hpp"

namespace models::flee {

namespace {

constexpr sim::IntegerRange people{.minimum = 0, .maximum = 10'000'000'000, .unit = "people"};

// Columns beyond the fixed ones, by the name that the header gives them.
std::map<std::string, std::size_t, std::less<>> named_columns(std::vector<CsvRow> const& rows,
                                                              std::size_t fixed) {
    std::map<std::string, std::size_t, std::less<>> columns;
    if (rows.empty() || !rows.front().is_comment()) return columns;
    auto const& header = rows.front().cells;
    for (auto i = fixed; i < header.size(); ++i) columns.emplace(header[i], i);
    return columns;
}

// Column of an attribute; one that no row has if the header does not name it.
std::size_t column_of(std::map<std::string, std::size_t, std::less<>> const& columns,
                      std::string_view name) {
    auto const found = columns.find(name);
    return found == columns.end() ? std::string::npos : found->second;
}

PlaceKind read_kind(CsvRow const& row, std::vector<std::string>& warnings) {
    auto type = row.text(5, "location_type");
    std::transform(type.begin(), type.end(), type.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto const has = [&type](char const* word) { return type.find(word) != std::string::npos; };
    if (has("camp")) return has("idp") ? PlaceKind::idp_camp : PlaceKind::camp;
    if (has("conflict")) {
        auto const start = row.integer_or(6, "conflict_date", 0);
        return start > 0 ? PlaceKind::town : PlaceKind::conflict;
    }
    if (has("forward")) return PlaceKind::forward;
    if (has("marker")) return PlaceKind::marker;
    if (has("flood_zone")) {
        warnings.push_back(row.location() + ": a flood zone is a town here (no flood rules).");
        return PlaceKind::town;
    }
    if (!has("town") && !has("default")) {
        row.error(5, "location_type",
                  "(must be town, conflict_zone, camp, idpcamp, forwarding_hub or marker). Correct "
                  "it.");
    }
    return PlaceKind::town;
}

}  // namespace

PlaceNames::PlaceNames(Places const& places) : names_(places.name) {
    for (std::uint32_t i = 0; i < places.size(); ++i) rows_.emplace(places.name[i], i);
}

std::uint32_t PlaceNames::find(CsvRow const& row, std::size_t column,
                               std::string_view column_name) const {
    auto const found = rows_.find(row.cell(column));
    if (found != rows_.end()) return found->second;
    auto const meant = sim::nearest(row.cell(column), names_);
    row.error(column, column_name,
              "(no such place in locations.csv). " +
                  (meant ? "Did you mean '" + *meant + "'?" : std::string{"Add it there."}));
}

Places load_places(std::filesystem::path const& path, Settings const& settings,
                   std::vector<std::string>& warnings) {
    auto rows = load_csv(path);
    auto const columns = named_columns(rows, 8);
    auto const idps = column_of(columns, "initial_idps");
    auto const per_day = column_of(columns, "capacity_per_day");
    auto const intensity = column_of(columns, "conflict_intensity");
    Places places;
    std::map<std::string, std::string> first;
    auto const hasten = static_cast<double>(settings.hasten);
    for (auto const& row : without_comments(std::move(rows))) {
        auto const& name = row.text(0, "name");
        auto const [earlier, is_new] = first.emplace(name, row.location());
        if (!is_new) row.error(0, "name", "(also at " + earlier->second + "). Rename one.");
        auto const kind = read_kind(row, warnings);
        auto const agents =
            static_cast<double>(row.integer_or(7, "population", 0, people) / settings.hasten);
        places.name.push_back(name);
        places.country.emplace_back(row.cell(2).empty() ? "unknown" : row.cell(2));
        places.latitude.push_back(
            row.number_or(3, "latitude", 0.0, {.minimum = -90.0, .maximum = 90.0}));
        places.longitude.push_back(
            row.number_or(4, "longitude", 0.0, {.minimum = -180.0, .maximum = 180.0}));
        places.kind.push_back(kind);
        places.is_abroad.push_back(places.country.back() != places.country.front());
        places.population.push_back(is_camp(kind) ? 0.0 : agents);
        places.capacity.push_back(is_camp(kind) ? agents : -1.0);
        places.capacity_per_day.push_back(row.number_or(per_day, "capacity_per_day", 0.0) / hasten);
        places.initial_idps.push_back(static_cast<std::uint32_t>(
            row.integer_or(idps, "initial_idps", 0, {.minimum = 0, .maximum = 100'000'000}) /
            settings.hasten));
        places.intensity.push_back(
            row.number_or(intensity, "conflict_intensity", 1.0, {.minimum = 0.0}));
    }
    sim::require(places.size() > 0, path.string() + " has no place. Add one.");
    return places;
}

Links load_links(std::filesystem::path const& path, PlaceNames const& names,
                 Settings const& settings, std::vector<std::string>& warnings) {
    auto rows = load_csv(path);
    auto const columns = named_columns(rows, 4);
    auto const speed = column_of(columns, "max_move_speed");
    auto const walk = column_of(columns, "walk_probability");
    Links links;
    bool is_redirected = false;
    for (auto const& row : without_comments(std::move(rows))) {
        auto const from = names.find(row, 0, "name1");
        auto const to = names.find(row, 1, "name2");
        if (from == to) row.error(1, "name2", "(is name1). Remove the row.");
        auto const km = row.number(2, "distance", {.minimum = shortest_link, .unit = "km"});
        auto const km_per_day = row.number_or(speed, "max_move_speed", settings.move.max_move_speed,
                                              {.minimum = shortest_link, .unit = "km/day"});
        auto const walk_chance =
            row.number_or(walk, "walk_probability", 0.0, {.minimum = 0.0, .maximum = 1.0});
        is_redirected = is_redirected || row.number_or(3, "forced_redirection", 0.0) != 0.0;
        for (auto const& [a, b] : {std::pair{from, to}, std::pair{to, from}}) {
            links.from.push_back(a);
            links.to.push_back(b);
            links.km.push_back(km);
            links.speed.push_back(km_per_day);
            links.walk_chance.push_back(walk_chance);
        }
    }
    if (is_redirected) {
        warnings.push_back(path.string() +
                           ": forced_redirection is not supported and has no effect.");
    }
    return links;
}

}  // namespace models::flee
