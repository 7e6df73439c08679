#include "models/control/presence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace models {

PresenceField::PresenceField(Geography const& map, std::size_t actors, ControlParams const& params)
    : actors_(actors),
      hide_presence_(params.hide_presence),
      nearness_(map.nearby, params.presence_km),
      place_(map.nearby.size(), sim::no_row) {}

std::size_t PresenceField::place_of(sim::CellId cell) {
    std::uint32_t& place = place_[cell.row];
    if (place == sim::no_row) {
        place = static_cast<std::uint32_t>(cells_.size());
        cells_.push_back(cell);
        presence_.resize(cells_.size() * actors_, 0.0F);
    }
    return place;
}

void PresenceField::rebuild(World const& world) {
    for (sim::CellId const cell : cells_) place_[cell.row] = sim::no_row;
    cells_.clear();
    presence_.clear();
    auto const& units = world.units;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        ActorId const actor = units.actor[u];
        if (units.posture[u] == Posture::cantoned) continue;
        double const openness = units.posture[u] == Posture::hide ? hide_presence_ : 1.0;
        double const strength =
            units.fighters[u] * world.actors.strength_per_fighter(actor) * openness;
        if (strength <= 0.0) continue;
        auto const around = world.map->nearby.cells(units.cell[u]);
        auto const nearness = nearness_.of(units.cell[u]);
        for (std::size_t i = 0; i < around.size(); ++i) {
            presence_[place_of(around[i]) * actors_ + actor.row] +=
                static_cast<float>(strength * nearness[i]);
        }
    }
}

AdaptPace::AdaptPace(ControlParams const& params) noexcept
    : full(-std::expm1(-1.0 / params.adapt_days)), half_presence(params.half_presence) {}

void follow_presence(std::span<float const> presence, AdaptPace const& pace,
                     std::span<float> share) noexcept {
    float const total = std::accumulate(presence.begin(), presence.end(), 0.0F);
    auto const way = static_cast<float>(pace.full * total / (total + pace.half_presence));
    for (std::size_t a = 0; a < share.size(); ++a) {
        share[a] += way * (presence[a] / total - share[a]);
    }
}

void follow_holder(ActorId holder, float pace, std::span<float> share) noexcept {
    for (std::uint32_t a = 0; a < share.size(); ++a) {
        share[a] += pace * ((a == holder.row ? 1.0F : 0.0F) - share[a]);
    }
}

}  // namespace models
