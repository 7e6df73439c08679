#include "models/control/presence.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/base/check.hpp"
#include "sim/base/wide.hpp"

namespace models {

PresenceField::PresenceField(World const& world, ControlParams const& params)
    : hide_presence_(params.hide_presence),
      nearness_(world.map->nearby, params.presence_km),
      actors_(world.actors.size()),
      words_(actors_ / 64 + 1),
      strength_(world.map->nearby.size() * actors_, 0.0F),
      who_(world.map->nearby.size() * words_, 0),
      is_felt_(world.map->nearby.size(), 0) {}

void PresenceField::rebuild(World const& world) {
    SIM_EXPECTS(world.actors.size() == actors_);
    for (sim::CellId const cell : cells_) {
        std::fill_n(strength_.begin() + static_cast<std::ptrdiff_t>(cell.row * actors_), actors_,
                    0.0F);
        std::fill_n(who_.begin() + static_cast<std::ptrdiff_t>(cell.row * words_), words_, 0);
        is_felt_[cell.row] = 0;
    }
    cells_.clear();
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
        float* const of_actor = strength_.data() + actor.row;
        std::uint64_t* const who = who_.data() + actor.row / 64;
        std::uint64_t const bit = std::uint64_t{1} << (actor.row % 64);
        for (std::size_t i = 0; i < around.size(); ++i) {
            std::size_t const cell = around[i].row;
            if (!is_felt_[cell]) {
                is_felt_[cell] = 1;
                cells_.push_back(around[i]);
            }
            who[cell * words_] |= bit;
            of_actor[cell * actors_] += static_cast<float>(strength * nearness[i]);
        }
    }
}

float PresenceField::total(sim::CellId cell) const noexcept {
    float const* const strength = strength_.data() + cell.row * actors_;
    float total = 0.0F;
    for (std::size_t word = 0; word < words_; ++word) {
        for (auto left = who_[cell.row * words_ + word]; left != 0; left &= left - 1) {
            total += strength[word * 64 + static_cast<std::size_t>(std::countr_zero(left))];
        }
    }
    return total;
}

AdaptPace::AdaptPace(ControlParams const& params) noexcept
    : full(-std::expm1(-1.0 / params.adapt_days)), half_presence(params.half_presence) {}

float AdaptPace::at(float total) const noexcept {
    return static_cast<float>(full * total / (total + half_presence));
}

SIM_WIDE void follow_presence(std::span<float const> strength, float total, float way,
                              std::span<float> share) noexcept {
    float const* const strengths = strength.data();
    float* const shares = share.data();
    for (std::size_t i = 0; i < share.size(); ++i) {
        shares[i] += way * (strengths[i] / total - shares[i]);
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
