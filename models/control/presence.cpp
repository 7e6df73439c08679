#include "models/control/presence.hpp"

#include <cmath>

namespace models {

PresenceField::PresenceField(Geography const& map, ControlParams const& params)
    : hide_presence_(params.hide_presence),
      nearness_(map.nearby, params.presence_km),
      first_(map.nearby.size(), sim::no_row) {}

void PresenceField::add(sim::CellId cell, ActorId actor, float strength) {
    if (!is_felt(cell)) cells_.push_back(cell);
    std::uint32_t* link = &first_[cell.row];
    while (*link != sim::no_row && entries_[*link].felt.actor < actor) link = &entries_[*link].next;
    std::uint32_t const found = *link;
    if (found != sim::no_row && entries_[found].felt.actor == actor) {
        entries_[found].felt.strength += strength;
        return;
    }
    *link = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({{actor, strength}, found});
}

void PresenceField::rebuild(World const& world) {
    for (sim::CellId const cell : cells_) first_[cell.row] = sim::no_row;
    cells_.clear();
    entries_.clear();
    auto const& units = world.units;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        ActorId const actor = units.actor[u];
        if (is_out_of_action(units.posture[u])) continue;
        double const openness = units.posture[u] == Posture::hide ? hide_presence_ : 1.0;
        double const strength =
            units.fighters[u] * world.actors.strength_per_fighter(actor) * openness;
        if (strength <= 0.0) continue;
        auto const around = world.map->nearby.cells(units.cell[u]);
        auto const nearness = nearness_.of(units.cell[u]);
        for (std::size_t i = 0; i < around.size(); ++i) {
            add(around[i], actor, static_cast<float>(strength * nearness[i]));
        }
    }
}

void PresenceField::who_is_felt(sim::CellId cell, std::vector<Felt>& felt) const {
    felt.clear();
    for (auto i = first_[cell.row]; i != sim::no_row; i = entries_[i].next) {
        felt.push_back(entries_[i].felt);
    }
}

AdaptPace::AdaptPace(ControlParams const& params) noexcept
    : full(-std::expm1(-1.0 / params.adapt_days)), half_presence(params.half_presence) {}

float AdaptPace::at(float total) const noexcept {
    return static_cast<float>(full * total / (total + half_presence));
}

float total_strength(std::span<Felt const> felt) noexcept {
    float total = 0.0F;
    for (auto const& [actor, strength] : felt) total += strength;
    return total;
}

void follow_presence(std::span<Felt const> felt, AdaptPace const& pace,
                     std::span<float> share) noexcept {
    float const total = total_strength(felt);
    float const way = pace.at(total);
    auto const fade = [way](std::span<float> of_others) {
        for (float& other : of_others) other += way * (0.0F - other);
    };
    std::size_t done = 0;
    for (auto const& [actor, strength] : felt) {
        fade(share.subspan(done, actor.row - done));
        share[actor.row] += way * (strength / total - share[actor.row]);
        done = actor.row + std::size_t{1};
    }
    fade(share.subspan(done));
}

void follow_holder(ActorId holder, float pace, std::span<float> share) noexcept {
    for (std::uint32_t a = 0; a < share.size(); ++a) {
        share[a] += pace * ((a == holder.row ? 1.0F : 0.0F) - share[a]);
    }
}

bool has_all(ActorId holder, std::span<float const> share) noexcept {
    unsigned others = 0;
    for (std::uint32_t a = 0; a < share.size(); ++a) {
        others += share[a] != (a == holder.row ? 1.0F : 0.0F) ? 1U : 0U;
    }
    return others == 0;
}

}  // namespace models
