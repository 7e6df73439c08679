#include "models/control/presence.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/base/wide.hpp"

namespace models {

SIM_WIDE void PresenceField::add_presence(sim::Neighbourhoods const& nearby,
                                          std::span<double const> nearness,
                                          std::span<Band const> bands,
                                          std::span<float> felt) noexcept {
    double const* const near = nearness.data();
    float* const by_cell = felt.data();
    for (auto const& [cell, strength] : bands) {
        for (auto const& run : nearby.runs(cell)) {
            for (std::uint32_t i = 0; i < run.count; ++i) {
                by_cell[run.first.row + i] += static_cast<float>(strength * near[run.distance + i]);
            }
        }
    }
}

PresenceField::PresenceField(World const& world, ControlParams const& params)
    : hide_presence_(params.hide_presence),
      nearness_(world.map->nearby, params.presence_km),
      range_(world.map->nearby.size()),
      bands_of_(world.actors.size()),
      of_actor_(world.map->nearby.size(), 0.0F),
      is_reached_(sim::words_for(world.map->nearby.size()), 0) {}

void PresenceField::rebuild(World const& world) {
    SIM_EXPECTS(world.actors.size() == bands_of_.size());
    for (auto& bands : bands_of_) bands.clear();
    auto const& units = world.units;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (is_out_of_action(units.posture[u])) continue;
        double const openness = units.posture[u] == Posture::hide ? hide_presence_ : 1.0;
        double const strength =
            units.fighters[u] * world.actors.strength_per_fighter(units.actor[u]) * openness;
        if (strength > 0.0) bands_of_[units.actor[u].row].push_back({units.cell[u], strength});
    }
    for (sim::CellId const cell : cells_) range_[cell.row] = {};
    found_.clear();
    for (std::uint32_t actor = 0; actor < bands_of_.size(); ++actor) {
        spread(world.map->nearby, ActorId{actor});
    }
    sort_by_cell();
}

void PresenceField::spread(sim::Neighbourhoods const& nearby, ActorId actor) {
    auto const& bands = bands_of_[actor.row];
    add_presence(nearby, nearness_.of_runs(), bands, of_actor_);
    std::size_t first = is_reached_.size(), last = 0;  // words with a cell
    for (Band const& band : bands) {
        auto const runs = nearby.runs(band.cell);
        for (auto const& run : runs) sim::set_bits(is_reached_, run.first.row, run.count);
        first = std::min<std::size_t>(first, runs.front().first.row / 64);
        auto const last_cell = runs.back().first.row + runs.back().count - 1;
        last = std::max(last, sim::words_for(last_cell));
    }
    if (first >= last) return;
    auto const words = std::span{is_reached_}.subspan(first, last - first);
    auto const offset = static_cast<std::uint32_t>(64 * first);
    sim::for_each_bit(words, [&](std::uint32_t const bit) {
        auto const cell = offset + bit;
        found_.push_back({sim::CellId{cell}, {actor, std::exchange(of_actor_[cell], 0.0F)}});
    });
    std::ranges::fill(words, 0);
}

void PresenceField::sort_by_cell() {
    for (auto const& [cell, felt] : found_) {
        sim::set_bit(is_reached_, cell.row);
        ++range_[cell.row].count;
    }
    cells_.clear();
    std::uint32_t end = 0;
    sim::for_each_bit(is_reached_, [&](std::uint32_t const cell) {
        cells_.push_back(sim::CellId{cell});
        end += std::exchange(range_[cell], {end, 0}).count;
    });
    std::ranges::fill(is_reached_, 0);
    felt_.resize(end);
    for (auto const& [cell, felt] : found_) {
        Range& range = range_[cell.row];
        felt_[range.first + range.count++] = felt;
    }
}

AdaptPace::AdaptPace(ControlParams const& params) noexcept
    : full(-std::expm1(-1.0 / params.adapt_days)), half_presence(params.half_presence) {}

float AdaptPace::at(float total) const noexcept {
    return static_cast<float>(full * total / (total + half_presence));
}

float sum_of(std::span<Felt const> felt) noexcept {
    float sum = 0.0F;
    for (Felt const& of : felt) sum += of.strength;
    return sum;
}

SIM_WIDE void follow_presence(std::span<Felt const> felt, float total, float way,
                              std::span<float> share, std::span<float> nobody) {
    SIM_EXPECTS(nobody.size() == share.size());
    float* const shares = share.data();
    float* const goals = nobody.data();
    for (Felt const& of : felt) goals[of.actor.row] = of.strength / total;
    auto const actors = share.size();
#pragma omp simd
    for (std::size_t i = 0; i < actors; ++i) shares[i] += way * (goals[i] - shares[i]);
    for (Felt const& of : felt) goals[of.actor.row] = 0.0F;
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
