#include "models/reporting/report_place.hpp"

#include <algorithm>
#include <string>

#include "models/observed/observed_event.hpp"

namespace models {

namespace {

// The place of the country that has a name; no_place if there is none.
PlaceId home_place_named(Geography const& map, std::string const& folded) {
    for (std::uint32_t place = 0; place < map.places.size(); ++place) {
        if (!map.is_home(PlaceId{place})) continue;
        if (folded_name(map.places.name[place]) == folded) return PlaceId{place};
    }
    return no_place;
}

}  // namespace

ReportPlaces::ReportPlaces(ReportingParams const& params, Geography const& map)
    : params_{params},
      map_{&map},
      town_in_(map.cells.country.size(), no_place),
      is_capital_(map.cells.country.size(), 0) {
    std::vector<PlaceId> capital_of;
    for (auto const& cercle : map.cercles) {
        capital_of.push_back(home_place_named(map, folded_name(cercle)));
    }
    for (auto const& region : map.regions) {
        region_town_.push_back(home_place_named(map, folded_name(region)));
    }
    for (std::size_t cell = 0; cell < town_in_.size(); ++cell) {
        auto const nearest = map.cells.nearest_place[cell];
        if (nearest == no_place || map.cells.nearest_place_km[cell] > params.town_km) continue;
        town_in_[cell] = nearest;
        auto const cercle = map.cells.cercle[cell];
        is_capital_[cell] = cercle != sim::no_row && capital_of[cercle] == nearest;
    }
    std::uint32_t most = 0;
    for (std::uint32_t place = 0; place < map.places.size(); ++place) {
        if (!map.is_home(PlaceId{place})) continue;
        if (national_capital_ != no_place && map.places.population[place] <= most) continue;
        national_capital_ = PlaceId{place};
        most = map.places.population[place];
    }
}

ReportedPlace ReportPlaces::town(PlaceId place, int precision) const noexcept {
    return {.at = map_->places.at[place.row],
            .place = place,
            .cell = map_->places.cell[place.row],
            .precision = static_cast<std::uint8_t>(precision)};
}

ReportedPlace ReportPlaces::place_of(sim::CellId cell, sim::Stream& draw) const {
    auto const in_town = town_in_[cell.row];
    double const precise =
        in_town != no_place ? params_.precise_in_towns : params_.precise_elsewhere;
    if (draw.uniform() < precise) {
        if (in_town != no_place) return town(in_town, 1);
        return {.at = map_->grid.centre(cell), .cell = cell};
    }
    auto const region = map_->cells.region[cell.row];
    bool const is_only_region = draw.uniform() < params_.region_precision;
    if (is_only_region && region != no_region && region_town_[region.row] != no_place) {
        return town(region_town_[region.row], 3);
    }
    auto const nearest = map_->cells.nearest_place[cell.row];
    if (nearest != no_place && map_->is_home(nearest)) return town(nearest, 2);
    return {.at = map_->grid.centre(cell), .cell = cell, .precision = 2};
}

ReportedPlace ReportPlaces::national_capital() const noexcept {
    if (national_capital_ == no_place) return {.precision = 3};
    return town(national_capital_, 3);
}

}  // namespace models
