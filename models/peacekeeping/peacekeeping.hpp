#pragma once

#include <vector>

#include "models/peacekeeping/peacekeeping_params.hpp"
#include "models/world/world.hpp"
#include "sim/space/nearness.hpp"

/// \file models/peacekeeping/peacekeeping.hpp
/// Peacekeepers hold violence back where they are, as far as their mandate goes.

namespace models {

/// How well a mission knows its places on a day, 0 to 1: 1 - rotation_loss * exp(-days since its
/// last change of contingents / learning_days). Changes come every rotation_days from its first
/// day of the run on.
[[nodiscard]] double knowledge(PeacekeepingParams const& params, sim::Day today) noexcept;

/// How far the mandate of a mission reaches at a place, >= 0: the product of the values of the
/// measures `protection` that name it and cover the place (1 if there is none); 0 while a measure
/// `mandate` gives it a ceiling of nobody, that is, when consent is withdrawn.
[[nodiscard]] double mandate_at(World const& world, ActorId mission, PlaceId place) noexcept;

/// Sets the day's factors on violence around peacekeepers. Runs before all attacks. An army's own
/// attacks on civilians are not held back by it (Fjelde et al. 2019).
class PeacekeepingProcess {
  public:
    PeacekeepingProcess(PeacekeepingParams const& params, Geography const& map);

    void operator()(World& world);

  private:
    void feel_presence(World const& world);

    PeacekeepingParams params_;
    sim::Nearness nearness_;
    std::vector<double> presence_;   // of peacekeepers [people], shape (cells); 0 between days
    std::vector<sim::CellId> felt_;  // cells where there is some
};

}  // namespace models
