#include "models/control/control.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/control/capture.hpp"
#include "models/world/unit_orders.hpp"

namespace models {
namespace {

// A smaller change of the armed groups' share in a day frightens nobody.
constexpr float noticed_change = 1e-3F;
constexpr float unnoticed_change = 0.9F * noticed_change;  // with room for rounding
constexpr float all_shares = 1.0001F;                      // most that those of a cell sum to

// Land without fighters is looked at once in so many days, for speed; the pace allows for it.
constexpr std::uint32_t days_between_rounds = 10;

constexpr std::size_t cells_ahead = 4;  // while memory answers for the shares of one more

void prefetch_shares(World const& world, sim::CellId cell) noexcept {
    constexpr std::size_t floats_a_line = 64 / sizeof(float);
    auto const shares = world.cells.control_of(cell, world.actors.size());
    for (std::size_t i = 0; i < shares.size(); i += floats_a_line) {
        __builtin_prefetch(shares.data() + i, 1);
    }
}

}  // namespace

bool seeks_control(ActorClass actor_class) noexcept {
    return actor_class == ActorClass::rebel || actor_class == ActorClass::rebel_coalition ||
           actor_class == ActorClass::militia || actor_class == ActorClass::militia_coalition;
}

float armed_groups_share(std::span<float const> share,
                         std::span<ActorId const> armed_groups) noexcept {
    float sum = 0.0F;
    for (ActorId const group : armed_groups) sum += share[group.row];
    return sum;
}

ControlProcess::ControlProcess(ControlParams const& params, World const& world)
    : params_(params),
      adapt_pace_(params),
      presence_(world, params),
      strength_(world),
      nobody_(world.actors.size(), 0.0F),
      rests_with_(world.map->nearby.size(), no_actor) {}

void ControlProcess::see_who_frightens(World const& world) {
    auto const fights_every_state = [&world](ActorId actor) {
        for (std::uint32_t s = 0; s < world.actors.size(); ++s) {
            bool const is_state = world.actors.actor_class[s] == ActorClass::state;
            if (is_state && !would_fight(world, actor, ActorId{s})) return false;
        }
        return true;
    };
    frightening_.clear();
    frightens_.assign(world.actors.size(), 0);
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        bool const frightens =
            seeks_control(world.actors.actor_class[a]) && fights_every_state(ActorId{a});
        frightens_[a] = frightens ? 1 : 0;
        if (frightens) frightening_.push_back(ActorId{a});
    }
}

ControlProcess::Way ControlProcess::way_of(std::span<float const> share, std::span<Felt const> felt,
                                           float total) const noexcept {
    float goal = 0.0F, frightening = 0.0F, others = 0.0F;
    for (auto const& [actor, strength] : felt) {
        bool const frightens = frightens_[actor.row] != 0;
        goal += frightens ? strength / total : 0.0F;
        (frightens ? frightening : others) += share[actor.row];
    }
    return {goal, frightening, all_shares - others};
}

template <class Change>
void ControlProcess::change_shares(World& world, sim::CellId cell, std::span<Felt const> felt,
                                   float total, float pace, Change&& change) const {
    auto const share = world.cells.control_of(cell, world.actors.size());
    // What frightening groups have in a cell moves by the pace towards what is felt of them. Only
    // where that may be noticed is it summed: group by group, as all groups may have a share.
    if (pace < unnoticed_change) return change(share);
    auto const [goal, least, most] = way_of(share, felt, total);
    float const farthest = std::max(std::abs(goal - least), std::abs(goal - most));
    if (pace * farthest < unnoticed_change) return change(share);
    float const before = armed_groups_share(share, frightening_);
    if (pace * std::abs(goal - before) < unnoticed_change) return change(share);
    change(share);
    float const gain = armed_groups_share(share, frightening_) - before;
    if (gain > noticed_change) {
        world.cells.takeover.add(cell.row, params_.takeover_shock * gain, world.today);
    } else if (-gain > noticed_change) {
        world.cells.takeover.add(cell.row, params_.return_shock * -gain, world.today);
    }
}

bool ControlProcess::is_at_rest(World const& world, sim::CellId cell, ActorId holder) {
    if (holder == no_actor) return false;
    auto const share = world.cells.control_of(cell, world.actors.size());
    if (share[holder.row] != 1.0F) return false;
    // Who has lost nothing since then still has all: others can gain only from it, or by presence.
    if (rests_with_[cell.row] != holder) {
        if (!has_all(holder, share)) return false;
        rests_with_[cell.row] = holder;
    }
    return true;
}

void ControlProcess::follow_towns(World& world) {
    auto const& cells = world.map->cells;
    auto const pace =
        static_cast<float>(-std::expm1(-double{days_between_rounds} / params_.follow_days));
    for (std::uint32_t c = 0; c < cells.country.size(); ++c) {
        sim::CellId const cell{c};
        PlaceId const town = cells.nearest_place[c];
        if (!world.map->is_home(cells.country[c]) || town == no_place) continue;
        if (!presence_.felt(cell).empty()) continue;
        ActorId const holder = world.places.holder[town.row];
        if (is_at_rest(world, cell, holder)) continue;
        rests_with_[c] = no_actor;
        std::array const ruler{Felt{holder, 1.0F}};
        auto const felt = std::span{ruler}.first(holder == no_actor ? 0 : 1);
        change_shares(world, cell, felt, 1.0F, pace,
                      [&](std::span<float> share) { follow_holder(holder, pace, share); });
    }
}

void ControlProcess::operator()(World& world) {
    world.cells.takeover.prune(world.today);
    see_who_frightens(world);
    presence_.rebuild(world);
    auto const cells = presence_.cells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i + cells_ahead < cells.size()) prefetch_shares(world, cells[i + cells_ahead]);
        sim::CellId const cell = cells[i];
        rests_with_[cell.row] = no_actor;
        auto const felt = presence_.felt(cell);
        float const total = sum_of(felt);
        float const way = adapt_pace_.at(total);
        change_shares(world, cell, felt, total, way, [&](std::span<float> share) {
            follow_presence(felt, total, way, share, nobody_);
        });
    }
    if (world.today.value % days_between_rounds == 0) follow_towns(world);
    strength_.look(world);
    change_hands(world, strength_, params_);
}

}  // namespace models
