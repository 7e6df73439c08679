#pragma once

#include <vector>

#include "models/communal/communal_params.hpp"
#include "models/communal/disputes.hpp"
#include "models/communal/militia_reach.hpp"
#include "models/world/world.hpp"

/// \file models/communal/communal.hpp
/// Violence between communities: revenge, tit for tat, and disputes.

namespace models {

/// Communities attack each other: the wronged those who wronged them, and neighbours over land.
///
/// Reads the wish for revenge that the aftermath of earlier days left, and adds to it for
/// documented massacres that begin today. Makes events `communal_attack` whose attacker is a
/// militia of the avengers if one is near, else no_actor: a mob. Runs before the aftermath, which
/// turns each attack into the other side's wish for revenge.
class CommunalProcess {
  public:
    CommunalProcess(CommunalParams const& params, World const& world);

    void operator()(World& world);

  private:
    void take_in_massacres(World& world) const;
    void quarrel(World& world);
    void avenge(World& world, Community wronged, Community wrongdoer);
    void attack(World& world, sim::CellId from, Community avenger, Community victims,
                sim::Stream& draw);

    CommunalParams params_;
    Disputes disputes_;
    MilitiaReach militias_;
    std::vector<double> weights_;  // scratch
};

/// Attacks of a day that begin in a cell for a wish for revenge, on average [events/day]: gain x
/// wish / (1 + wish / revenge_limit) x people / (people + half_people) x what holds violence back x
/// militia_rate if a militia is near.
///
/// \param wish    Of the wronged community of the cell [events], >= 0.
/// \param people  Of that community at home in the cell [people], >= 0.
[[nodiscard]] double revenge_rate(World const& world, CommunalParams const& params,
                                  sim::CellId cell, double wish, double people,
                                  bool has_militia) noexcept;

}  // namespace models
