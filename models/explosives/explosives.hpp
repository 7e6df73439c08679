#pragma once

#include <vector>

#include "models/explosives/explosives_params.hpp"
#include "models/world/observed_days.hpp"
#include "models/world/units_by_cell.hpp"
#include "models/world/world.hpp"

/// \file models/explosives/explosives.hpp
/// Mines and explosive devices: laid, struck, found or spoiled.

namespace models {

/// Armed groups lay devices on the roads around them where an enemy is within reach; those that lie
/// in wait are found by the state's side, struck by whoever passes, or spoil. Runs after movement.
/// Makes events `remote_explosive` and `device_found`; the attacker of both is who laid the device.
class ExplosivesProcess {
  public:
    /// \param observed  Days on which no device goes off or is found; those that would be spoil, so
    ///                  that as many lie in wait afterwards as would without.
    ExplosivesProcess(ExplosivesParams const& params, Geography const& map,
                      ObservedDays const& observed = {});

    void operator()(World& world);

  private:
    /// One unit that may strike a device, and how likely.
    struct Passer {
        UnitId unit;
        double rate = 0.0;
    };

    [[nodiscard]] bool may_go_on(World& world, std::size_t device);
    void go_off_under(World& world, std::size_t device, UnitId unit, sim::Stream& draw);
    void go_off_among_people(World& world, std::size_t device, sim::Stream& draw);
    void lay(World& world);
    void lay_near(World& world, UnitId unit, sim::Stream& draw);

    ExplosivesParams params_;
    ObservedDays observed_;
    UnitsByCell by_cell_;
    std::vector<Passer> passers_;                 // scratch
    std::vector<double> weights_;                 // scratch
    std::vector<sim::CellId> roads_;              // scratch
    std::vector<std::vector<double>> layers_;     // scratch: weight of each unit, by actor
    std::vector<std::vector<UnitId>> layer_ids_;  // scratch: those units, by actor
};

/// Whether an actor looks for devices: the state, foreign forces and peacekeepers do.
[[nodiscard]] bool clears_devices(World const& world, ActorId actor) noexcept;

/// Devices that a unit lays in a day, on average [1/day]: lay_rate x bands x tempo x cohesion x
/// armament x lies_low if it does x other_families if it is not jihadist x what holds attacks back.
/// Nothing if it is cantoned, or no armed group's.
[[nodiscard]] double laying_rate(World const& world, ExplosivesParams const& params,
                                 UnitId unit) noexcept;

/// Rate at which a unit strikes a device in its cell, by what it does [1/day].
[[nodiscard]] double strike_rate(ExplosivesParams const& params, Posture posture) noexcept;

/// Rate at which civilians strike a device in a cell [1/day]: strike_civilians x traffic /
/// (traffic + half_traffic), with the residents and those travelling by the nearest place.
[[nodiscard]] double civilian_strike_rate(World const& world, ExplosivesParams const& params,
                                          sim::CellId cell) noexcept;

}  // namespace models
