#include "models/spillover/spillover.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/purposes.hpp"
#include "models/world/unit_orders.hpp"

namespace models {

std::vector<double> km_to_border(Geography const& map) {
    auto const places = static_cast<std::uint32_t>(map.places.size());
    std::vector<double> km(places, std::numeric_limits<double>::infinity());
    for (std::uint32_t from = 0; from < places; ++from) {
        for (std::uint32_t to = 0; to < places; ++to) {
            if (map.is_home(PlaceId{to})) continue;
            km[from] =
                std::min(km[from], map.paths.distance_km(sim::NodeId{from}, sim::NodeId{to}));
        }
    }
    return km;
}

SpilloverProcess::SpilloverProcess(SpilloverParams const& params, Geography const& map)
    : params_{params}, km_to_border_{km_to_border(map)} {}

double SpilloverProcess::rate_of_crossing(World const& world, UnitId unit) const noexcept {
    auto const& units = world.units;
    ActorId const actor = units.actor[unit.row];
    bool const may_cross = world.actors.family[actor.row] == Family::jihadist &&
                           is_stationed(world, unit) &&
                           !is_out_of_action(units.posture[unit.row]) &&
                           km_to_border_[units.station[unit.row].row] <= params_.border_km;
    if (!may_cross) return 0.0;
    double const threat = world.cells.threat.at(units.cell[unit.row].row, world.today);
    return params_.cross_rate * threat / (threat + params_.threat_half);
}

void SpilloverProcess::operator()(World& world) const {
    auto& units = world.units;
    double const returning = -std::expm1(-1.0 / params_.stay_days);
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (units.fighters[u] == 0) continue;
        bool const is_abroad = units.posture[u] == Posture::abroad;
        double const rate = is_abroad ? 0.0 : rate_of_crossing(world, UnitId{u});
        if (!is_abroad && rate == 0.0) continue;
        sim::Stream draw{world.seed, purpose::sanctuary, u, world.today};
        if (!draw.bernoulli(is_abroad ? returning : -std::expm1(-rate))) continue;
        units.posture[u] = is_abroad ? Posture::garrison : Posture::abroad;
        units.cell[u] = world.map->places.cell[units.station[u].row];
    }
}

}  // namespace models
