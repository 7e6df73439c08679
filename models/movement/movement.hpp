#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/movement/movement_params.hpp"
#include "models/world/world.hpp"

/// \file models/movement/movement.hpp
/// Units travel between places, patrol around them and hide.

namespace models {

/// Fighters that an actor wants at each place, beside those it has there.
struct StationBalance {
    std::vector<double> wanted;   ///< Quota by weight [people], shape (places).
    std::vector<double> present;  ///< Fighters stationed there or on their way [people].
    double weight = 0.0;          ///< Sum of the weights; 0 = the actor wants nothing.
};

/// What an actor wants where. A place with an enemy's garrison counts only where the actor's orders
/// name it, or for an actor that lies low: nobody settles under the enemy's eyes. A place from
/// which the actor is barred today does not count at all.
///
/// \param garrisons  Fighters stationed of each actor at each place [people], (actors, places).
[[nodiscard]] StationBalance station_balance(World const& world, ActorId actor,
                                             std::span<double const> garrisons);

/// Fighters stationed at each place or on their way to it [people], shape (actors, places).
[[nodiscard]] std::vector<double> count_garrisons(World const& world);

/// Probability that a unit at a station leaves it today.
///
/// \param surplus  Fighters above the quota [people]; none leaves if <= 0.
/// \param present  Fighters there [people], > 0.
/// \param days     Mean time until a surplus unit leaves [day], > 0.
[[nodiscard]] double redeploy_probability(double surplus, double present, double days) noexcept;

/// Movement as a process of the day.
class MovementProcess {
  public:
    explicit MovementProcess(MovementParams const& params) : params_(params) {}

    void operator()(World& world);

  private:
    void travel(World& world, UnitId unit) const;
    void redeploy(World& world, UnitId unit, StationBalance& balance, bool offensive) const;
    void take_position(World& world, UnitId unit) const;

    MovementParams params_;
    std::vector<std::vector<UnitId>> units_of_;  // scratch, shape (actors)
};

}  // namespace models
