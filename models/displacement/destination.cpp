#include "models/displacement/destination.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

sim::NodeId node(PlaceId place) noexcept {
    return sim::NodeId{place.row};
}

double attraction(DestinationParams const& params, PlaceKind kind) noexcept {
    switch (kind) {
        case PlaceKind::camp:
            return params.camp;
        case PlaceKind::town:
            return params.town;
        case PlaceKind::foreign_town:
            return params.foreign_town;
        case PlaceKind::base:
            break;
    }
    return 0.0;
}

/// Multiply the pull of every place that lies in the country or region named.
/// \return Whether the map has one of that name.
bool apply_kin(KinFactor const& kin, Geography const& map, std::vector<double>& pull) {
    auto const country = std::find(map.countries.begin(), map.countries.end(), kin.name);
    auto const region = std::find(map.regions.begin(), map.regions.end(), kin.name);
    auto const country_row = static_cast<std::uint32_t>(country - map.countries.begin());
    auto const region_row = static_cast<std::uint32_t>(region - map.regions.begin());
    for (std::size_t place = 0; place < pull.size(); ++place) {
        if (map.places.country[place].row == country_row) pull[place] *= kin.factor;
        if (map.places.region[place].row == region_row) pull[place] *= kin.factor;
    }
    return country != map.countries.end() || region != map.regions.end();
}

/// What distance leaves of the pull of a place; 0 where no path leads.
double nearness(DestinationParams const& params, Geography const& map, PlaceId origin,
                PlaceId place) noexcept {
    double const km = map.paths.distance_km(node(origin), node(place));
    if (!std::isfinite(km)) return 0.0;
    double const reach = km + params.softening_km;
    // The power, but cheap for the usual one of gravity models.
    return params.distance_power == 1.0 ? 1.0 / reach : std::pow(reach, -params.distance_power);
}

}  // namespace

double calm(DestinationParams const& params, double threat, double takeover) noexcept {
    if (threat == 0.0 && takeover == 0.0) return 1.0;  // as nearly always; no divisions for it
    return std::max(0.0, 1.0 - threat / params.threat_limit) *
           std::max(0.0, 1.0 - takeover / params.takeover_limit);
}

double calm(World const& world, DestinationParams const& params, PlaceId place) noexcept {
    if (!world.map->is_home(place)) return 1.0;
    auto const cell = world.map->places.cell[place.row].row;
    return calm(params, world.cells.threat.at(cell, world.today),
                world.cells.takeover.at(cell, world.today));
}

bool is_open(World const& world, PlaceId place) noexcept {
    PlaceColumns const& places = world.map->places;
    if (world.today < places.opens[place.row]) return false;
    if (world.today >= places.closes[place.row]) return false;
    return std::ranges::none_of(world.map->camp_closures, [&](CampClosure const& closure) {
        return closure.camp == place && closure.from <= world.today && world.today < closure.until;
    });
}

bool is_way_open(World const& world, PlaceId from, PlaceId to) noexcept {
    Geography const& map = *world.map;
    sim::NodeId at = node(from);
    for (auto link = map.paths.next_link(at, node(to)); link.row != sim::no_row;
         link = map.paths.next_link(at, node(to))) {
        if (!world.route_open[link.row]) return false;
        at = map.graph.other_end(link, at);
    }
    return at == node(to);
}

DestinationTables::DestinationTables(DestinationParams const& params,
                                     std::shared_ptr<Geography const> map)
    : params_{params},
      map_{std::move(map)},
      nearness_(map_->places.size()),
      slots_(map_->places.size() * community_count),
      settled_{*map_} {
    SIM_EXPECTS(params.softening_km > 0.0 && params.base_population > 0.0);
    PlaceColumns const& places = map_->places;
    std::vector<double> pull(places.size());
    for (std::size_t place = 0; place < pull.size(); ++place) {
        double const people = places.population[place] + params.base_population;
        pull[place] =
            attraction(params, places.kind[place]) * std::pow(people, params.population_power);
    }
    pull_.fill(pull);
    for (KinFactor const& kin : params.kin) {
        bool const is_known = apply_kin(kin, *map_, pull_[static_cast<std::size_t>(kin.community)]);
        sim::require(is_known, "destination.kin: " + kin.name +
                                   " (must be a country or region of the map). Correct the name.");
    }
}

void DestinationTables::hear_news(World const& world) {
    if (params_.network > 0.0) settled_.update(world);
    all_routes_open_ = std::ranges::find(world.route_open, 0) == world.route_open.end();
    news_.resize(map_->places.size());
    for (std::uint32_t place = 0; place < news_.size(); ++place) {
        news_[place] = {models::calm(world, params_, PlaceId{place}),
                        is_open(world, PlaceId{place})};
    }
    heard_ = world.today;
}

bool DestinationTables::has_room(World const& world, PlaceId place,
                                 std::uint32_t people) const noexcept {
    if (!news_[place.row].is_open) return false;
    std::uint32_t const capacity = map_->places.capacity[place.row];
    if (capacity == 0) return true;
    auto const settled = [&](MoverStatus status) {
        return world.places.people[static_cast<std::size_t>(status)][place.row];
    };
    return settled(MoverStatus::displaced) + settled(MoverStatus::refugee) + people <= capacity;
}

double DestinationTables::weight(PlaceId origin, PlaceId place, Community community) const {
    return pull_[static_cast<std::size_t>(community)][place.row] *
           nearness(params_, *map_, origin, place) *
           (1.0 + params_.network * settled_.share(community, place));
}

std::vector<double> const& DestinationTables::nearness_from(PlaceId origin) {
    auto& near = nearness_[origin.row];
    for (std::uint32_t place = 0; near.size() < map_->places.size(); ++place) {
        near.push_back(nearness(params_, *map_, origin, PlaceId{place}));
    }
    return near;
}

DestinationTables::Slot const& DestinationTables::slot(PlaceId origin, Community community) {
    Slot& slot = slots_[origin.row * community_count + static_cast<std::size_t>(community)];
    if (slot.is_made) return slot;
    auto const& pull = pull_[static_cast<std::size_t>(community)];
    auto const& near = nearness_from(origin);
    std::vector<double> weights(map_->places.size());
    for (std::uint32_t place = 0; place < weights.size(); ++place) {
        double const weight = pull[place] * near[place];
        weights[place] = weight;
        slot.total += weight;
        slot.largest = std::max(slot.largest, weight);
    }
    slot.table = AliasTable{weights};
    slot.is_made = true;
    return slot;
}

std::optional<PlaceId> DestinationTables::draw(PlaceId origin, Community community,
                                               sim::Stream& draw) {
    Slot const& from = slot(origin, community);
    if (from.table.empty()) return std::nullopt;
    // The weights are a sum of two: the fixed ones, and those that networks add, network * fixed
    // weight * share, which are at most network * largest * share. Draw from the sum of the first
    // and that bound, and refuse what lies between the bound and the second. Since largest <=
    // total, at most 1 + 2 * network draws are needed on average.
    auto const& pull = pull_[static_cast<std::size_t>(community)];
    auto const& near = nearness_[origin.row];
    double const bound = params_.network * from.largest * settled_.total(community);
    while (true) {
        bool const follows_others = bound > 0.0 && draw.uniform() * (from.total + bound) < bound;
        if (!follows_others) return PlaceId{from.table.draw(draw)};
        PlaceId const place = settled_.draw(community, draw);
        if (draw.uniform() * from.largest < pull[place.row] * near[place.row]) return place;
    }
}

std::optional<PlaceId> choose_destination(World const& world, DestinationParams const& params,
                                          DestinationTables& tables, Mover const& mover,
                                          ClosedRoutes closed) {
    SIM_EXPECTS(tables.know(world.today));
    sim::Stream draw{world.seed, purpose::destination, mover.household.row, world.today};
    // Only places that some way leads to are drawn.
    bool const asks_for_way = closed == ClosedRoutes::avoided && !tables.are_all_routes_open();
    for (std::uint32_t i = 0; i < params.tries; ++i) {
        auto const place = tables.draw(mover.place, mover.community, draw);
        if (!place) return std::nullopt;
        bool const is_accepted = draw.bernoulli(tables.calm(*place)) &&
                                 tables.has_room(world, *place, mover.people) &&
                                 (!asks_for_way || is_way_open(world, mover.place, *place));
        if (is_accepted) return place;
    }
    return std::nullopt;
}

}  // namespace models
