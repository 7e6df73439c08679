#include "models/economy/kidnapping.hpp"

#include <algorithm>
#include <cmath>

#include "models/economy/spoils.hpp"
#include "models/purposes.hpp"
#include "models/world/happen.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

constexpr double days_of_a_year = 365.25;

// Abductions of history and others of the same actor and day; this keeps their addresses apart.
constexpr std::uint32_t scripted_entities = 0x8000'0000U;

/// A unit of an actor, in proportion to its fighters; nothing if it has none.
std::optional<UnitId> drawn_unit(World const& world, ActorId actor, double u) {
    auto const& units = world.units;
    double left = 0.0;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (units.actor[i] == actor) left += u * units.fighters[i];
    }
    std::optional<UnitId> last;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (units.actor[i] != actor || units.fighters[i] == 0) continue;
        last = UnitId{i};
        left -= units.fighters[i];
        if (left < 0.0) break;
    }
    return last;
}

}  // namespace

bool kidnaps(World const& world, ActorId actor) noexcept {
    return lives_from_war(world, actor) &&
           (world.actors.family[actor.row] == Family::jihadist ||
            world.actors.actor_class[actor.row] == ActorClass::other);
}

double lawlessness(World const& world, sim::CellId cell) noexcept {
    auto const control = world.cells.control_of(cell, world.actors.size());
    double hold = 0.0;
    for (std::size_t a = 0; a < control.size(); ++a) {
        if (world.actors.actor_class[a] == ActorClass::state) hold += control[a];
    }
    return std::clamp(1.0 - hold, 0.0, 1.0);
}

void KidnappingProcess::abduct(World& world, ActorId captor, sim::CellId cell, std::uint16_t people,
                               bool is_foreign, sim::Stream& draw) const {
    double const u = draw.uniform();
    double ransom = params_.local_ransom;
    if (is_foreign) {
        bool const is_paid = draw.bernoulli(params_.ransom_share);
        ransom =
            is_paid ? params_.ransom_low + u * (params_.ransom_high - params_.ransom_low) : 0.0;
    }
    double const days = std::ceil(sim::exponential(draw, 1.0 / params_.captivity_days));
    world.economy.hostages.add(
        captor, people, ransom,
        sim::Day{world.today.value + static_cast<std::uint32_t>(std::min(days, 36'525.0))});
    if (observed_.holds(world.today)) return;
    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::abduction;
    event.attacker = captor;
    event.cell = cell;
    happen(world, event);
}

void KidnappingProcess::try_to_abduct(World& world, ActorId captor) const {
    sim::Stream draw{world.seed, purpose::abduction, captor.row, world.today};
    if (!draw.bernoulli(-std::expm1(-params_.kidnap_rate / days_of_a_year))) return;
    auto const unit = drawn_unit(world, captor, draw.uniform());
    if (!unit) return;
    sim::CellId const cell = world.units.cell[unit->row];
    if (!world.map->is_home(world.map->cells.country[cell.row])) return;
    if (!draw.bernoulli(lawlessness(world, cell))) return;
    bool const is_foreign = draw.bernoulli(params_.foreigner_share);
    abduct(world, captor, cell, 1, is_foreign, draw);
}

void KidnappingProcess::abduct_as_history_says(World& world, Measure const& measure) const {
    bool const is_today = measure.age == 0 && measure.place != no_place;
    if (!is_today || !lives_from_war(world, measure.actor)) return;
    auto const people = measure.has_value ? std::clamp(std::round(measure.value), 1.0, 1e3) : 1.0;
    sim::Stream draw{world.seed, purpose::abduction, scripted_entities | measure.actor.row,
                     world.today};
    abduct(world, measure.actor, world.map->places.cell[measure.place.row],
           static_cast<std::uint16_t>(people), true, draw);
}

void KidnappingProcess::operator()(World& world) const {
    for_each_measure(world.measures, MeasureKind::kidnap,
                     [&](Measure const& measure) { abduct_as_history_says(world, measure); });
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        if (kidnaps(world, ActorId{a})) try_to_abduct(world, ActorId{a});
    }
}

}  // namespace models
