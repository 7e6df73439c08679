#include "models/aftermath/aftermath.hpp"

#include <algorithm>

namespace models {
namespace {

/// Civilians that an event killed [people].
double civilian_deaths(ConflictEvent const& event) noexcept {
    return event.deaths[static_cast<std::size_t>(Side::civilian)];
}

/// Whether the state, or a foreign force that fights for it, did it. Peacekeepers never attack.
bool is_by_the_state(World const& world, ConflictEvent const& event) noexcept {
    Side const side = world.actors.side(event.attacker);
    return side == Side::state || side == Side::external;
}

/// Whether an event was aimed at civilians.
bool is_against_civilians(ConflictEvent const& event) noexcept {
    return event.kind == EventKind::attack_on_civilians ||
           event.kind == EventKind::communal_attack || event.kind == EventKind::execution ||
           event.kind == EventKind::protest_repressed;
}

}  // namespace

std::optional<Community> wrongdoer_of(World const& world, ConflictEvent const& event) noexcept {
    if (event.avenger) return event.avenger;
    if (event.attacker == no_actor) return std::nullopt;
    return world.actors.community[event.attacker.row];
}

AftermathProcess::AftermathProcess(AftermathParams const& params, Geography const& map)
    : params_{params}, nearness_{map.nearby, params.reach_km} {}

void AftermathProcess::leave_traces(World& world, ConflictEvent const& event) const {
    auto const for_each_near = [&](auto&& visit) {
        nearness_.for_each(world.map->nearby, event.cell, visit);
    };
    double const shock = params_.threat_of_event + params_.threat_of_death * event.all_deaths();
    for_each_near([&](sim::CellId cell, double near) {
        world.cells.threat.add(cell.row, shock * near, world.today);
        if (event.attacker != no_actor) {
            world.momentum[event.attacker.row].add(cell.row, params_.momentum_gain * near,
                                                   world.today);
        }
        if (event.target != no_actor) {
            world.momentum[event.target.row].add(cell.row, params_.retaliation_gain * near,
                                                 world.today);
        }
    });
    if (!event.victims || !is_against_civilians(event)) return;

    Community const wronged = *event.victims;
    if (event.attacker != no_actor && is_by_the_state(world, event)) {
        double const anger =
            params_.grievance_of_harm + params_.grievance_of_death * civilian_deaths(event);
        for_each_near([&](sim::CellId cell, double near) {
            world.cells.grievance.add(CellFields::grievance_row(cell, wronged), anger * near,
                                      world.today);
        });
    }
    auto const wrongdoer = wrongdoer_of(world, event);
    if (!wrongdoer || *wrongdoer == wronged) return;
    auto& revenge = world.cells.revenge[CellFields::revenge_row(wronged, *wrongdoer)];
    double const wish = params_.revenge_of_harm + params_.revenge_of_death * civilian_deaths(event);
    for_each_near(
        [&](sim::CellId cell, double near) { revenge.add(cell.row, wish * near, world.today); });
}

void AftermathProcess::operator()(World& world) const {
    world.cells.threat.prune(world.today);
    world.cells.grievance.prune(world.today);
    for (auto& revenge : world.cells.revenge) revenge.prune(world.today);
    for (auto const& event : world.events) {
        if (is_violent(event.kind) || event.kind == EventKind::protest_repressed) {
            leave_traces(world, event);
        }
    }
}

void forget_yesterday(World& world) {
    // What the timeline did this morning, such as a handover, belongs to today.
    std::erase_if(world.events,
                  [&](ConflictEvent const& event) { return event.day < world.today; });
    std::ranges::fill(world.cells.calm_attacks, 1.0F);
    std::ranges::fill(world.cells.calm_civilians, 1.0F);
}

}  // namespace models
