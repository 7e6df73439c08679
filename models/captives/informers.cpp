#include "models/captives/informers.hpp"

#include <array>

#include "models/purposes.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/cooperation.hpp"
#include "models/world/happen.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

/// Share of control from which an actor commands a cell.
constexpr float most = 0.5F;

/// Whether an actor fights any state: informers are those of a state.
bool fights_a_state(World const& world, ActorId actor) noexcept {
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        bool const is_state = world.actors.actor_class[a] == ActorClass::state;
        if (is_state && would_fight(world, actor, ActorId{a})) return true;
    }
    return false;
}

bool has_enemy(World const& world, UnitsByCell const& by_cell, sim::CellId cell, ActorId actor) {
    bool found = false;
    by_cell.for_each(cell, [&](UnitId const unit) {
        found = found || would_fight(world, world.units.actor[unit.row], actor);
    });
    return found;
}

bool commands(World const& world, UnitsByCell const& by_cell, UnitId unit) {
    ActorId const actor = world.units.actor[unit.row];
    sim::CellId const cell = world.units.cell[unit.row];
    if (world.cells.control_of(cell, world.actors.size())[actor.row] >= most) return true;
    return world.units.posture[unit.row] == Posture::hide &&
           !has_enemy(world, by_cell, cell, actor);
}

}  // namespace

double informer_rate(World const& world, CaptivesParams const& params, UnitsByCell const& by_cell,
                     UnitId unit) {
    auto const& units = world.units;
    ActorId const actor = units.actor[unit.row];
    bool const is_able = units.fighters[unit.row] > 0 &&
                         !is_out_of_action(units.posture[unit.row]) &&
                         world.actors.side(actor) == Side::militant;
    if (!is_able || !commands(world, by_cell, unit)) return 0.0;
    sim::CellId const cell = units.cell[unit.row];
    double const people = world.map->cells.population[cell.row];
    return params.informer_rate * units.fighters[unit.row] / params.band *
           (1.0 - world.actors.restraint[actor.row]) *
           cooperation(world, cell, params.information_half) * people /
           (people + params.half_people) * world.cells.calm_civilians[cell.row];
}

InformerHunt::InformerHunt(CaptivesParams const& params, Geography const& map)
    : params_{params}, by_cell_{map.cells.population.size()} {}

void InformerHunt::execute(World& world, UnitId band, sim::Stream& draw) const {
    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::execution;
    event.attacker = world.units.actor[band.row];
    event.cell = world.units.cell[band.row];
    std::array<double, community_count> weights;
    weights.fill(1.0);
    event.victims = drawn_community(world, event.cell, weights, draw.uniform());
    if (!event.victims) return;
    event.deaths[static_cast<std::size_t>(Side::civilian)] = lose_civilians(
        world, event.cell, event.victims, draw_deaths(params_.informers, draw), next_event(world));
    happen(world, event);
}

void InformerHunt::operator()(World& world) {
    if (params_.informer_rate == 0.0) return;
    by_cell_.rebuild(world.units);
    rates_.resize(world.actors.size());
    bands_.resize(world.actors.size());
    for (auto& rates : rates_) rates.clear();
    for (auto& bands : bands_) bands.clear();
    std::vector<std::uint8_t> fights(world.actors.size());
    for (std::uint32_t a = 0; a < fights.size(); ++a) fights[a] = fights_a_state(world, ActorId{a});
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (!fights[world.units.actor[u].row]) continue;
        double const rate = informer_rate(world, params_, by_cell_, UnitId{u});
        if (rate <= 0.0) continue;
        rates_[world.units.actor[u].row].push_back(rate);
        bands_[world.units.actor[u].row].push_back(UnitId{u});
    }
    for (std::uint32_t a = 0; a < rates_.size(); ++a) {
        if (rates_[a].empty()) continue;
        double sum = 0.0;
        for (double const rate : rates_[a]) sum += rate;
        sim::Stream draw{world.seed, purpose::informers, a, world.today};
        for (std::uint32_t left = sim::poisson(draw, sum); left > 0; --left) {
            auto const who = sim::weighted_choice(rates_[a], draw.uniform());
            execute(world, bands_[a][*who], draw);
        }
    }
}

}  // namespace models
