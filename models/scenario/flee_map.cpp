#include "models/scenario/flee_map.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "models/scenario/geography_build.hpp"

namespace models {
namespace {

/// A stretch of days, the last one excluded.
struct Stretch {
    sim::Day from, until;
};

/// A day of an instance on our calendar: all that holds on its first day has held before.
sim::Day day_of(std::uint32_t day, std::uint32_t lead_days) {
    return sim::Day{day == 0 ? 0 : day + lead_days};
}

/// When a link (target link, row of the file) or camp is closed.
class ClosedDays {
  public:
    ClosedDays(flee::Instance const& instance, flee::ClosureChange::Target target,
               std::uint32_t lead_days)
        : lead_days_{lead_days} {
        bool const is_link = target == flee::ClosureChange::Target::link;
        stretches_.resize(is_link ? instance.links.size() / 2 : instance.places.size());
        since_.resize(stretches_.size());
        for (auto const& change : instance.closures) {
            if (change.target != target || (is_link && change.row % 2 == 1)) continue;
            note(is_link ? change.row / 2 : change.row, change);
        }
        for (std::size_t row = 0; row < since_.size(); ++row) {
            if (since_[row]) stretches_[row].push_back({*since_[row], never});
        }
    }

    [[nodiscard]] std::vector<Stretch> const& of(std::size_t row) const { return stretches_[row]; }

  private:
    void note(std::size_t row, flee::ClosureChange const& change) {
        sim::Day const day = day_of(change.day, lead_days_);
        if (change.closes && !since_[row]) {
            since_[row] = day;
        } else if (!change.closes && since_[row]) {
            if (*since_[row] < day) stretches_[row].push_back({*since_[row], day});
            since_[row].reset();
        }
    }

    std::uint32_t lead_days_;
    std::vector<std::vector<Stretch>> stretches_;
    std::vector<std::optional<sim::Day>> since_;
};

std::vector<Stretch> overlap(std::vector<Stretch> const& a, std::vector<Stretch> const& b) {
    std::vector<Stretch> both;
    for (auto const& one : a) {
        for (auto const& other : b) {
            Stretch const common{std::max(one.from, other.from), std::min(one.until, other.until)};
            if (common.from < common.until) both.push_back(common);
        }
    }
    return both;
}

PlaceKind kind_of(flee::Places const& places, std::uint32_t place, bool is_fought_over) {
    bool const is_abroad = places.is_abroad[place] != 0;
    if (is_abroad && is_fought_over) return PlaceKind::base;
    switch (places.kind[place]) {
        case flee::PlaceKind::camp:
        case flee::PlaceKind::idp_camp:
            return PlaceKind::camp;
        case flee::PlaceKind::town:
        case flee::PlaceKind::conflict:
            return is_abroad ? PlaceKind::foreign_town : PlaceKind::town;
        case flee::PlaceKind::forward:
        case flee::PlaceKind::marker:
            break;
    }
    return PlaceKind::base;
}

std::vector<std::uint8_t> fought_over(flee::Instance const& instance) {
    std::vector<std::uint8_t> is_fought_over(instance.places.size(), 0);
    for (auto const& episode : flee_conflicts(instance, 0)) is_fought_over[episode.cell.row] = 1;
    return is_fought_over;
}

/// Countries by number, that of the first place first.
std::vector<std::string> countries_of(flee::Places const& places) {
    std::vector<std::string> names;
    for (auto const& name : places.country) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    return names;
}

sim::Grid grid_of(std::uint32_t places) {
    std::vector<sim::GridPosition> positions;
    for (std::uint32_t i = 0; i < places; ++i) positions.push_back({0, i});
    sim::GridSpec const spec{
        .south = 0.0, .west = -180.0, .step = 0.001, .rows = 1, .columns = places};
    return {spec, positions};
}

CellColumns cells_of(flee::Places const& places, std::vector<std::string> const& countries) {
    CellColumns cells;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        auto const country = std::ranges::find(countries, places.country[i]) - countries.begin();
        bool const has_people = places.population[i] >= 1.0;
        cells.country.push_back(CountryId{static_cast<std::uint32_t>(country)});
        cells.region.push_back(has_people ? RegionId{0} : no_region);
        cells.cercle.push_back(sim::no_row);
        cells.population.push_back(static_cast<std::uint32_t>(places.population[i]));
        cells.road_km.push_back(0.0F);
        cells.river_km.push_back(0.0F);
        cells.nearest_place.push_back(PlaceId{i});
        cells.nearest_place_km.push_back(0.0F);
    }
    return cells;
}

PlaceColumns places_of(flee::Instance const& instance, CellColumns const& cells) {
    auto const& places = instance.places;
    auto const is_fought_over = fought_over(instance);
    double const scaling = instance.settings.move.capacity_scaling;
    PlaceColumns columns;
    columns.key = places.name;
    columns.name = places.name;
    columns.country = cells.country;
    columns.region = cells.region;
    columns.population = cells.population;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        columns.kind.push_back(kind_of(places, i, is_fought_over[i] != 0));
        columns.at.push_back({places.latitude[i], places.longitude[i]});
        columns.cell.push_back(sim::CellId{i});
        columns.capacity.push_back(
            static_cast<std::uint32_t>(std::max(0.0, places.capacity[i] * scaling)));
        columns.opens.push_back(sim::Day{0});
        columns.closes.push_back(never);
    }
    return columns;
}

/// Days on which no link leads to a camp, or a closure makes it a town.
std::vector<CampClosure> camp_closures_of(flee::Instance const& instance, ClosedDays const& links,
                                          std::uint32_t lead_days) {
    ClosedDays const camps{instance, flee::ClosureChange::Target::camp, lead_days};
    std::vector<CampClosure> closures;
    for (auto const camp : instance.camps) {
        auto closed = camps.of(camp);
        std::optional<std::vector<Stretch>> cut_off;
        for (std::uint32_t link = 0; link < instance.links.size(); link += 2) {
            bool const ends_there =
                instance.links.from[link] == camp || instance.links.to[link] == camp;
            if (!ends_there) continue;
            cut_off = cut_off ? overlap(*cut_off, links.of(link / 2)) : links.of(link / 2);
        }
        if (cut_off) closed.insert(closed.end(), cut_off->begin(), cut_off->end());
        for (auto const& stretch : closed) {
            closures.push_back({PlaceId{camp}, stretch.from, stretch.until});
        }
    }
    return closures;
}

}  // namespace

std::shared_ptr<Geography const> flee_map(flee::Instance const& instance, std::uint32_t lead_days) {
    auto countries = countries_of(instance.places);
    auto cells = cells_of(instance.places, countries);
    auto places = places_of(instance, cells);
    ClosedDays const closed{instance, flee::ClosureChange::Target::link, lead_days};
    RouteColumns routes;
    std::vector<Closure> closures;
    for (std::uint32_t link = 0; link < instance.links.size(); link += 2) {
        RouteId const route{link / 2};
        routes.a.push_back(PlaceId{instance.links.from[link]});
        routes.b.push_back(PlaceId{instance.links.to[link]});
        routes.km.push_back(static_cast<float>(instance.links.km[link]));
        for (auto const& stretch : closed.of(link / 2)) {
            closures.push_back({route, stretch.from, stretch.until});
        }
    }
    return make_geography({.countries = std::move(countries),
                           .regions = {"all"},
                           .cercles = {},
                           .grid = grid_of(instance.places.size()),
                           .cells = std::move(cells),
                           .places = std::move(places),
                           .routes = std::move(routes),
                           .closures = std::move(closures),
                           .camp_closures = camp_closures_of(instance, closed, lead_days),
                           .nearby_km = 0.01});
}

ConflictTable flee_conflicts(flee::Instance const& instance, std::uint32_t lead_days) {
    auto const& places = instance.places;
    ConflictTable table;
    std::vector<std::optional<ConflictEpisode>> ongoing(places.size());
    auto const begin = [&](std::uint32_t place, sim::Day day, double intensity) {
        if (intensity > 0.0) ongoing[place] = {sim::CellId{place}, day, never, intensity};
    };
    auto const end = [&](std::uint32_t place, sim::Day day) {
        ongoing[place]->until = day;
        if (ongoing[place]->from < day) table.push_back(*ongoing[place]);
        ongoing[place].reset();
    };
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        if (places.kind[i] == flee::PlaceKind::conflict) begin(i, {}, places.intensity[i]);
    }
    for (auto const& change : instance.conflicts) {
        sim::Day const day = day_of(change.day, lead_days);
        if (change.intensity > 0.0 && !ongoing[change.place]) {
            begin(change.place, day, change.intensity);
        } else if (change.intensity == 0.0 && ongoing[change.place]) {
            end(change.place, day);
        }
    }
    for (auto const& episode : ongoing) {
        if (episode) table.push_back(*episode);
    }
    return table;
}

}  // namespace models
