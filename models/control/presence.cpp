#include "models/control/presence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/wide.hpp"

namespace models {
namespace {

constexpr std::size_t actors_at_once = 64;  // whose aims are at hand while their shares move

}  // namespace

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

SIM_WIDE void follow_presence(std::span<Felt const> felt, AdaptPace const& pace,
                              std::span<float> share) noexcept {
    float const total = total_strength(felt);
    float const way = pace.at(total);
    auto next = felt.begin();
    for (std::size_t first = 0; first < share.size(); first += actors_at_once) {
        std::size_t const count = std::min(actors_at_once, share.size() - first);
        std::array<float, actors_at_once> aim{};  // of who is not felt 0
        for (; next != felt.end() && next->actor.row < first + count; ++next) {
            aim[next->actor.row - first] = next->strength / total;
        }
        float* const shares = share.data() + first;
        for (std::size_t i = 0; i < count; ++i) shares[i] += way * (aim[i] - shares[i]);
    }
}

SIM_WIDE void follow_holder(ActorId holder, float pace, std::span<float> share) noexcept {
    float* const shares = share.data();
    bool const has_holder = holder.row < share.size();
    float const of_holder = has_holder ? shares[holder.row] : 0.0F;
    for (std::size_t i = 0; i < share.size(); ++i) shares[i] += pace * (0.0F - shares[i]);
    if (has_holder) shares[holder.row] = of_holder + pace * (1.0F - of_holder);
}

SIM_WIDE bool has_all(ActorId holder, std::span<float const> share) noexcept {
    unsigned others = 0;
    for (std::uint32_t a = 0; a < share.size(); ++a) {
        others += share[a] != (a == holder.row ? 1.0F : 0.0F) ? 1U : 0U;
    }
    return others == 0;
}

}  // namespace models
