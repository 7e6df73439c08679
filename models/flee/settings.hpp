#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// \file models/flee/settings.hpp
/// The settings of a Flee instance, `simsetting.yml`. Defaults are those of Flee 3.

namespace models::flee {

/// Where the number of newly displaced people comes from.
enum class SpawnMode {
    data,       ///< From the counts of the camps.
    constant,   ///< So many per place in conflict and day.
    poisson,    ///< So many on average.
    pop_ratio,  ///< So large a share of the population.
};

/// How many people flee, and from where.
struct SpawnRules {
    bool take_from_population = false;  ///< Those who flee leave the population.
    bool insert_day0 = true;            ///< The counts of day 0 stand in the camps at the start.
    bool empty_camps_on_day0 = false;   ///< The counts of day 0 are taken off all counts.
    bool sum_from_camps = true;         ///< Daily numbers from the camps, not from the total.
    SpawnMode mode = SpawnMode::data;
    double displaced_per_conflict_day = 0.0;  ///< For the other modes [agents] or [1], >= 0.
    std::vector<double> decay;                ///< Factor by age of a conflict [1]; empty: 1.
    double decay_interval = 30.0;             ///< Age that each factor covers [d], > 0.
};

/// How people move.
struct MoveRules {
    double max_move_speed = 360.0;  ///< [km/day], > 0.
    double max_walk_speed = 35.0;   ///< [km/day], > 0.
    double foreign_weight = 1.0;    ///< Factor on the score of a place abroad [1], >= 0.
    double camp_weight = 1.0;       ///< Factor on the score of a camp [1], >= 0.
    double conflict_weight = 0.31622776601683794;  ///< 10^-0.5 [1], >= 0.
    double conflict_movechance = 1.0;              ///< Chance to leave a place in conflict [1/day].
    double camp_movechance = 0.001;                ///< Chance to leave a camp [1/day].
    double idpcamp_movechance = 0.1;           ///< Chance to leave a camp in the country [1/day].
    double default_movechance = 0.3;           ///< Chance to leave a town [1/day].
    std::uint32_t awareness_level = 1;         ///< Longest route that people see [links].
    double capacity_buffer = 0.9;              ///< Occupancy where attraction begins to fall [1].
    double capacity_scaling = 1.0;             ///< Factor on capacities [1], >= 0.
    bool avoid_short_stints = false;           ///< Who moved little today leaves a town again.
    bool start_on_foot = false;                ///< The first link of all is walked.
    double softening = 10.0;                   ///< Added to the length of routes [km], > 0.
    double weight_softening = 0.0;             ///< Added to scores [1], >= 0.
    double weight_power = 1.0;                 ///< Power on the weight of a route [1], >= 0.
    double distance_power = 1.0;               ///< Power on length [1], >= 0.
    bool use_pop_for_loc_weight = false;       ///< Larger places attract more.
    double pop_power_for_loc_weight = 0.1;     ///< Power on population [1].
    double movechance_pop_base = 10000.0;      ///< [people], > 0.
    double movechance_pop_scale_factor = 0.0;  ///< Power on population / base [1].
    double pruning_threshold = 1.0;            ///< Weights below largest / this are dropped; > 1.
};

/// Everything that is read from `simsetting.yml` and used.
struct Settings {
    SpawnRules spawn;
    MoveRules move;
    std::int64_t hasten = 1;  ///< One agent stands for so many people [people], >= 1.
    std::vector<std::string>
        warnings;  ///< What the instance asks for and this program does not do.
};

/// Read settings; keys that are left out have Flee's defaults.
/// \throws InputError with file and line if it is no YAML, a value is wrong, or a key is unknown.
[[nodiscard]] Settings load_settings(std::filesystem::path const& path);

/// Read text as if it were a file that messages call \p name.
[[nodiscard]] Settings parse_settings(std::string const& text, std::string const& name);

}  // namespace models::flee
