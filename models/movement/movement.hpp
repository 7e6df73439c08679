#pragma once

#include <cmath>
#include <cstddef>
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

/// Fighters stationed at each place or on their way to it.
class Garrisons {
  public:
    /// Count them anew.
    void count(World const& world);

    /// [people], shape (actors, places); empty if they were never counted.
    [[nodiscard]] std::span<double const> people() const noexcept { return people_; }

  private:
    std::vector<double> people_;
    std::vector<std::size_t> counted_;  // which of them are not 0: few
};

/// Probability that a unit at a station leaves it today.
///
/// \param surplus  Fighters above the quota [people]; none leaves if <= 0.
/// \param present  Fighters there [people], > 0.
/// \param days     Mean time until a surplus unit leaves [day], > 0.
[[nodiscard]] double redeploy_probability(double surplus, double present, double days) noexcept;

/// Movement as a process of the day.
class MovementProcess {
  public:
    explicit MovementProcess(MovementParams const& params)
        : params_(params), come_out_chance_(-std::expm1(-1.0 / params.hide_days)) {}

    void operator()(World& world);

  private:
    void travel(World& world, UnitId unit) const;
    void redeploy(World& world, UnitId unit, StationBalance& balance, bool offensive) const;
    void take_position(World& world, UnitId unit) const;

    MovementParams params_;
    double come_out_chance_;  // of a hiding unit, to hide elsewhere today
    Garrisons garrisons_;
    std::vector<std::vector<UnitId>> units_of_;     // scratch, shape (actors)
    std::vector<sim::PhiloxCounter> patrol_draws_;  // scratch: the first of today, shape (units)
};

}  // namespace models
