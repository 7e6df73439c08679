#include "models/scenario/route_table.hpp"

#include <algorithm>
#include <utility>

#include "models/scenario/names.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/unique_keys.hpp"

namespace models {
namespace {

constexpr double longest_route_km = 5000.0;

void check_route(sim::CsvRow const& row, PlaceColumns const& places, PlaceId a, PlaceId b,
                 double km) {
    double const direct_km = sim::great_circle_km(places.at[a.row], places.at[b.row]);
    if (km < direct_km * (1.0 - route_tolerance)) {
        row.error("km", "(is shorter than the great circle of " + sim::shortest_text(direct_km) +
                            " km). Correct the length or the position of a place.");
    }
    bool const crosses = places.country[a.row] != places.country[b.row];
    if ((row.integer("crosses_border", {.minimum = 0, .maximum = 1}) == 1) != crosses) {
        row.error("crosses_border", crosses ? "(the ends are in two countries). Set it to 1."
                                            : "(both ends are in one country). Set it to 0.");
    }
}

}  // namespace

RouteColumns read_routes(std::filesystem::path const& path, PlaceColumns const& places) {
    auto const table =
        sim::CsvTable::load(path, {"a", "b", "km", "kind", "crosses_border"}, {"note_source"});
    NameIndex const names{"place", places.key};
    sim::UniqueKeys pairs;
    RouteColumns routes;
    for (auto const& row : table.rows()) {
        PlaceId const a{row_of(row, "a", names)};
        PlaceId const b{row_of(row, "b", names)};
        if (a == b) row.error("b", "(the route ends where it begins). Correct one end.");
        auto const [low, high] = std::minmax(a, b);
        pairs.add(row, "b", names.name(low.row) + " to " + names.name(high.row));
        double const km = row.number(
            "km",
            {.minimum = 0.0, .maximum = longest_route_km, .unit = "km", .minimum_excluded = true});
        static_cast<void>(row.choice("kind", {"road", "track", "desert_track"}));
        check_route(row, places, a, b, km);
        routes.a.push_back(a);
        routes.b.push_back(b);
        routes.km.push_back(static_cast<float>(km));
    }
    return routes;
}

namespace {

/// The routes whose ends, seen as rows of something, are the two given, in either order.
template <class RowOfEnd>
std::vector<RouteId> routes_between(RouteColumns const& routes, std::uint32_t first,
                                    std::uint32_t second, RowOfEnd const& row_of_end) {
    std::vector<RouteId> found;
    for (std::uint32_t i = 0; i < routes.size(); ++i) {
        auto const a = row_of_end(routes.a[i]);
        auto const b = row_of_end(routes.b[i]);
        if ((a == first && b == second) || (a == second && b == first)) {
            found.push_back(RouteId{i});
        }
    }
    return found;
}

}  // namespace

std::vector<Closure> read_closures(std::filesystem::path const& path,
                                   std::vector<std::string> const& countries,
                                   PlaceColumns const& places, RouteColumns const& routes,
                                   sim::Date first_day) {
    auto const table =
        sim::CsvTable::load(path, {"id", "kind", "a", "b", "starts", "ends"}, {"note_source"});
    NameIndex const country_names{"country in the grid", countries};
    NameIndex const place_names{"place", places.key};
    sim::UniqueKeys ids;
    std::vector<Closure> closures;
    for (auto const& row : table.rows()) {
        ids.add(row, "id");
        bool const is_country = row.choice("kind", {"country", "route"}) == 0;
        auto const& names = is_country ? country_names : place_names;
        auto const a = row_of(row, "a", names);
        auto const b = row_of(row, "b", names);
        auto const closed = routes_between(routes, a, b, [&](PlaceId place) {
            return is_country ? places.country[place.row].row : place.row;
        });
        if (a == b || closed.empty()) {
            row.error("b", "(no route joins it to '" + names.name(a) +
                               "'). Correct the names or add the route.");
        }
        auto const starts = sensible_date(row, "starts");
        auto const ends = last_day_if(row, "ends", starts);
        auto const from = day_or_first(starts, first_day);
        auto const until = ends ? day_or_first(*ends + std::chrono::days{1}, first_day) : never;
        if (until <= from) continue;  // over before the first day
        for (auto const route : closed) closures.push_back({route, from, until});
    }
    return closures;
}

}  // namespace models
