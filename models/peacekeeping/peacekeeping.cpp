#include "models/peacekeeping/peacekeeping.hpp"

#include <cmath>
#include <utility>

#include "models/world/measure_area.hpp"

namespace models {
double knowledge(PeacekeepingParams const& params, sim::Day today) noexcept {
    double const since = std::fmod(today.value, params.rotation_days);
    return 1.0 - params.rotation_loss * std::exp(-since / params.learning_days);
}

double mandate_at(World const& world, ActorId mission, PlaceId place) noexcept {
    double weight = 1.0;
    for_each_measure(world.measures, MeasureKind::protection, [&](Measure const& measure) {
        if (measure.actor == mission && covers(measure, *world.map, place)) weight *= measure.value;
    });
    for_each_measure(world.measures, MeasureKind::mandate, [&](Measure const& measure) {
        bool const is_over = measure.has_value && measure.value == 0.0;
        if (measure.actor == mission && is_over) weight = 0.0;
    });
    return weight;
}

PeacekeepingProcess::PeacekeepingProcess(PeacekeepingParams const& params, Geography const& map)
    : params_{params},
      nearness_{map.nearby, params.reach_km},
      presence_(map.cells.population.size(), 0.0) {}

void PeacekeepingProcess::feel_presence(World const& world) {
    auto const& units = world.units;
    auto const& nearby = world.map->nearby;
    double const known = knowledge(params_, world.today);
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        ActorId const actor = units.actor[u];
        if (units.fighters[u] == 0 || world.actors.side(actor) != Side::peacekeeper) continue;
        double const people =
            units.fighters[u] * known * mandate_at(world, actor, units.station[u]);
        if (people <= 0.0) continue;
        nearness_.for_each(nearby, units.cell[u], [&](sim::CellId const cell, double near) {
            double& there = presence_[cell.row];
            if (there == 0.0) felt_.push_back(cell);
            there += people * near;
        });
    }
}

void PeacekeepingProcess::operator()(World& world) {
    feel_presence(world);
    for (sim::CellId const cell : felt_) {
        double const people = std::exchange(presence_[cell.row], 0.0);
        double const effect = people / (people + params_.half_troops);
        world.cells.calm_civilians[cell.row] *=
            static_cast<float>(1.0 - params_.civilians * effect);
        world.cells.calm_attacks[cell.row] *= static_cast<float>(1.0 - params_.battles * effect);
    }
    felt_.clear();
}

}  // namespace models
