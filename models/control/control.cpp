#include "models/control/control.hpp"

#include <cmath>

#include "models/control/capture.hpp"
#include "models/world/unit_orders.hpp"

namespace models {
namespace {

// A smaller change of the armed groups' share in a day frightens nobody.
constexpr float noticed_change = 1e-3F;
constexpr float unnoticed_pace = 0.9F * noticed_change;  // with room for rounding

// Land without fighters is looked at once in so many days, for speed; the pace allows for it.
constexpr std::uint32_t days_between_rounds = 10;

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
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        bool const frightens =
            seeks_control(world.actors.actor_class[a]) && fights_every_state(ActorId{a});
        if (frightens) frightening_.push_back(ActorId{a});
    }
}

template <class Change>
void ControlProcess::change_shares(World& world, sim::CellId cell, Change&& change) const {
    auto const share = world.cells.control_of(cell, world.actors.size());
    float const before = armed_groups_share(share, frightening_);
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
        if (presence_.is_felt(cell)) continue;
        ActorId const holder = world.places.holder[town.row];
        if (is_at_rest(world, cell, holder)) continue;
        rests_with_[c] = no_actor;
        change_shares(world, cell,
                      [&](std::span<float> share) { follow_holder(holder, pace, share); });
    }
}

void ControlProcess::operator()(World& world) {
    world.cells.takeover.prune(world.today);
    see_who_frightens(world);
    presence_.rebuild(world);
    for (sim::CellId const cell : presence_.cells()) {
        rests_with_[cell.row] = no_actor;
        auto const strength = presence_.strength(cell);
        float const total = presence_.total(cell);
        float const way = adapt_pace_.at(total);
        auto const follow = [&](std::span<float> share) {
            follow_presence(strength, total, way, share);
        };
        // Shares sum to at most 1, so all together they change by at most the pace.
        if (way < unnoticed_pace) {
            follow(world.cells.control_of(cell, world.actors.size()));
        } else {
            change_shares(world, cell, follow);
        }
    }
    if (world.today.value % days_between_rounds == 0) follow_towns(world);
    change_hands(world, params_);
}

}  // namespace models
