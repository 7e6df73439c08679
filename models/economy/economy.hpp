#pragma once

#include <utility>
#include <vector>

#include "models/economy/economy_params.hpp"
#include "models/world/world.hpp"

/// \file models/economy/economy.hpp
/// Money and arms of the armed groups, day by day.

namespace models {

/// Share of an actor's income that sanctions leave it today, 0 to 1: one less the largest share of
/// those that name it, or that name nobody.
[[nodiscard]] double share_left_by_sanctions(World const& world, EconomyParams const& params,
                                             ActorId actor) noexcept;

/// Strength left to the fighters of an actor by missing weapons, 0 to 1.
[[nodiscard]] double armament_of(EconomyParams const& params, double arms,
                                 double fighters) noexcept;

/// Equips groups that appeared, settles yesterday's fights, and lets every armed group earn, pay
/// its fighters, buy arms and be as strong as its arms allow. Runs before the log is cleared.
class EconomyProcess {
  public:
    /// \throws InputError if a route names no place of the map.
    EconomyProcess(EconomyParams const& params, Geography const& map);

    void operator()(World& world);

  private:
    void count_fighters(World const& world);
    void equip(World& world, ActorId actor) const;
    void earn_from_sponsors_and_routes(World& world);
    void earn_from_ransoms(World& world);
    void smuggle_arms(World& world) const;
    void pay_fighters(World& world, ActorId actor) const;
    void buy_arms(World& world, ActorId actor) const;
    void earn(World& world, ActorId actor, double usd) const;
    [[nodiscard]] double pay_of(World const& world, ActorId actor) const noexcept;

    EconomyParams params_;
    std::vector<std::pair<PlaceId, double>> routes_;  // USD a day
    std::vector<double> fighters_;                    // by actor, today [people]
    std::vector<ActorId> groups_;                     // those who live from war today
};

}  // namespace models
