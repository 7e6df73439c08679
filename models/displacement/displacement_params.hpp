#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/world/kinds.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/displacement/displacement_params.hpp
/// Parameters of flight, destination, travel and return. The defaults are off; the ranges are
/// checked when a scenario is read. Sources and assumptions: models/displacement/README.md.

namespace models {

/// One number for each state of a place: held by an armed group, or not.
struct ByHolder {
    double armed_group = 0.0;  ///< While a militant actor holds the place nearest to home.
    double otherwise = 0.0;    ///< While the state, a foreign force or nobody holds it.
};

/// One such pair for each community; shape (communities).
using ByCommunity = std::array<ByHolder, community_count>;

/// When a household at home leaves.
struct FlightParams {
    double rate_threat = 0.0;    ///< Rate per unit of threat, while small [1/day/event], >= 0.
    double threat_half = 1.0;    ///< Threat at which its effect is half of linear [events], > 0.
    double rate_region = 0.0;    ///< Rate while the whole region is at war [1/day], >= 0.
    double region_half = 1.0;    ///< Threat in a region at which it is half of it [events], > 0.
    double rate_takeover = 0.0;  ///< Rate while all control was just lost [1/day], >= 0.
    double food_effect = 0.0;    ///< Rate is 1 + this times as high in a famine [1], >= 0.
    double crowd_people = 1.0;   ///< War is near to all of a cell of up to so many [people], > 0,
    double crowd_power = 0.0;    ///< and in a larger one to this power of their share [1], 0 to 1.
    double frailty = 0.0;        ///< How unequally ready people are to leave [1], >= 0: variance.
    double max_rate = 0.0;       ///< No household leaves at a higher rate [1/day], >= 0.
    ByCommunity exposure{};      ///< Factor on the rate [1], >= 0.
};

/// How households move. There is no neutral speed: the reader demands both.
struct TravelParams {
    double walk_km_per_day = 0.0;     ///< Between home and the nearest place [km/day], > 0.
    double route_km_per_day = 0.0;    ///< Along routes [km/day], > 0.
    double closures_known = 0.0;      ///< Share that know of closed routes beforehand [1], 0 to 1.
    std::uint32_t patience_days = 1;  ///< Wait at a closed route before choosing anew [d], >= 1.
};

/// Factor on the weight of the places of one country or region, for one community.
struct KinFactor {
    Community community = Community::other;
    std::string name;     ///< A country or region of the map.
    double factor = 1.0;  ///< [1], >= 0; 1 where nothing is stated.
};

/// Where a household goes.
struct DestinationParams {
    double camp = 0.0;              ///< Attraction of an open camp [1], >= 0.
    double foreign_town = 0.0;      ///< Attraction of a town abroad [1], >= 0.
    double town = 0.0;              ///< Attraction of a town in the country [1], >= 0.
    double base_population = 1.0;   ///< Added to the population of every place [people], > 0.
    double population_power = 0.0;  ///< Weight grows with population to this power [1], >= 0.
    double distance_power = 0.0;    ///< Weight falls with distance to this power [1], >= 0.
    double softening_km = 1.0;      ///< Added to every distance [km], > 0.
    double threat_limit = 1.0;      ///< A town with this threat takes nobody [events], > 0.
    double takeover_limit = 1.0;    ///< Nor one with this recent loss of control [share], > 0.
    /// Factor 1 + network * share of those of the community settled on that side of the border
    /// who are settled there [1], >= 0.
    double network = 0.0;
    std::uint32_t tries = 1;     ///< Draws before a household stays put for a day, >= 1.
    std::vector<KinFactor> kin;  ///< Where communities have kin; factors of a place multiply.
};

/// When a settled household returns, or must leave its refuge again.
struct ReturnParams {
    double displaced = 0.0;        ///< Chance a day to return from inside [1/day], 0 to 1.
    double refugee = 0.0;          ///< Chance a day to return from abroad [1/day], 0 to 1.
    double threat_scale = 1.0;     ///< Threat at home that lowers it by exp(-1) [events], > 0.
    double takeover_scale = 1.0;   ///< Recent loss of control that lowers it so [share], > 0.
    double tenure_days = 1.0;      ///< Time in refuge that lowers it by exp(-1) [d], > 0.
    double displaced_again = 0.0;  ///< Chance a day to leave a refuge no longer calm [1/day];
                                   ///< 0 to 1 - displaced.
    double services_floor = 1.0;   ///< Factor where the state does nothing for people at home
                                   ///< [1], 0 to 1; 1 = services do not matter.
    ByCommunity home{};            ///< Factor by who holds the place nearest to home [1], 0 to 1.
};

/// Everything about displacement.
struct DisplacementParams {
    FlightParams flight;
    TravelParams travel;
    DestinationParams destination;
    ReturnParams return_home;
};

/// Read the tables `flight`, `travel`, `destination` and `return` of a table. Every key is demanded
/// except those of `destination.kin`: a place that no entry names has the factor 1.
[[nodiscard]] DisplacementParams read_displacement_params(sim::TomlTable table);

}  // namespace models
