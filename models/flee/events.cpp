#include "models/flee/events.hpp"

#include <algorithm>
#include <functional>

#include "sim/base/check.hpp"

namespace models::flee {

namespace {

// The columns of the header that name a place.
struct Column {
    std::size_t index;
    std::uint32_t place;
};

std::vector<Column> place_columns(CsvRow const& header, PlaceNames const& names) {
    std::vector<Column> columns;
    for (std::size_t i = 1; i < header.cells.size(); ++i) {
        if (header.cell(i).empty()) continue;
        columns.push_back({i, names.find(header, i, "header")});
    }
    return columns;
}

// Links that a row of closures.csv is about.
std::vector<std::uint32_t> links_where(
    Links const& links, std::function<bool(std::uint32_t from, std::uint32_t to)> const& is_meant) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < links.size(); ++i) {
        if (is_meant(links.from[i], links.to[i]) || is_meant(links.to[i], links.from[i])) {
            found.push_back(i);
        }
    }
    return found;
}

struct Closure {
    ClosureChange::Target target = ClosureChange::Target::link;
    std::vector<std::uint32_t> rows;
};

Closure read_closure(CsvRow const& row, Places const& places, Links const& links,
                     PlaceNames const& names, std::vector<std::string>& warnings) {
    auto const& type = row.text(0, "closure_type");
    if (type == "country") {
        auto const& a = row.text(1, "name1");
        auto const& b = row.text(2, "name2");
        auto found = links_where(links, [&](auto from, auto to) {
            return places.country[from] == a && places.country[to] == b;
        });
        if (found.empty()) {
            warnings.push_back(row.location() + ": no link between " + a + " and " + b +
                               ", so nothing is closed.");
        }
        return {ClosureChange::Target::link, std::move(found)};
    }
    if (type == "location") {
        auto const place = names.find(row, 1, "name1");
        return {ClosureChange::Target::link,
                links_where(links, [place](auto from, auto) { return from == place; })};
    }
    if (type == "link") {
        auto const a = names.find(row, 1, "name1");
        auto const b = names.find(row, 2, "name2");
        auto found =
            links_where(links, [a, b](auto from, auto to) { return from == a && to == b; });
        if (found.empty())
            row.error(2, "name2", "(no link to it from name1). Add it to routes.csv.");
        return {ClosureChange::Target::link, std::move(found)};
    }
    if (type == "camp" || type == "idpcamp") {
        auto const place = names.find(row, 1, "name1");
        if (!is_camp(places.kind[place])) row.error(1, "name1", "(is no camp). Name a camp.");
        return {ClosureChange::Target::camp, {place}};
    }
    if (type != "remove_forced_redirection") {
        row.error(0, "closure_type", "(must be country, location, link, camp or idpcamp).");
    }
    warnings.push_back(row.location() +
                       ": remove_forced_redirection is not supported and has no effect.");
    return {};
}

}  // namespace

std::vector<ConflictChange> load_conflicts(std::filesystem::path const& path,
                                           PlaceNames const& names, std::uint32_t days) {
    auto const rows = load_csv(path);
    sim::require(!rows.empty(),
                 path.string() + " has no header. Name the places in its first row.");
    auto const columns = place_columns(rows.front(), names);
    sim::require(rows.size() - 1 >= days, path.string() + " has " +
                                              std::to_string(rows.size() - 1) +
                                              " days (the period has " + std::to_string(days) +
                                              "). Add rows, or shorten sim_period.csv.");
    std::vector<double> before(columns.size(), 0.0);
    std::vector<ConflictChange> changes;
    for (std::uint32_t day = 0; day < days; ++day) {
        auto const& row = rows[day + 1];
        for (std::size_t i = 0; i < columns.size(); ++i) {
            auto const [index, place] = columns[i];
            auto const now = row.number(index, rows.front().cell(index), {.minimum = 0.0});
            if ((now > 0.0) != (before[i] > 0.0)) changes.push_back({day, place, now});
            before[i] = now;
        }
    }
    return changes;
}

std::vector<ClosureChange> load_closures(std::filesystem::path const& path, Places const& places,
                                         Links const& links, PlaceNames const& names,
                                         std::vector<std::string>& warnings) {
    std::vector<ClosureChange> changes;
    if (!std::filesystem::exists(path)) return changes;
    constexpr sim::IntegerRange day_or_never{.minimum = -1, .maximum = 1'000'000};
    for (auto const& row : without_comments(load_csv(path))) {
        auto const closure = read_closure(row, places, links, names, warnings);
        auto const start = row.integer(3, "closure_start", day_or_never);
        auto const end = row.integer(4, "closure_end", day_or_never);
        for (auto const& [day, closes] : {std::pair{start, true}, std::pair{end, false}}) {
            if (day < 0) continue;
            for (auto const target : closure.rows) {
                changes.push_back(
                    {static_cast<std::uint32_t>(day), closure.target, target, closes});
            }
        }
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](auto const& a, auto const& b) { return a.day < b.day; });
    return changes;
}

}  // namespace models::flee
