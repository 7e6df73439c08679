#include "models/protest/protest.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/grievance.hpp"
#include "models/world/happen.hpp"
#include "models/world/measure_area.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

// No protest kills more, whatever is drawn [people].
constexpr std::uint32_t most_deaths = 50;

// Protests of history and others are decided on the same days; this keeps their addresses apart.
constexpr std::uint32_t scripted_entities = 0x8000'0000U;

bool is_held_by_a_state(World const& world, PlaceId place) noexcept {
    ActorId const holder = world.places.holder[place.row];
    return holder != no_actor && world.actors.actor_class[holder.row] == ActorClass::state;
}

/// Whether a disarmament that is under way covers a place.
bool has_disarmament(World const& world, PlaceId place) noexcept {
    bool has_one = false;
    for_each_measure(world.measures, MeasureKind::ddr, [&](Measure const& measure) {
        has_one = has_one || covers(measure, *world.map, place);
    });
    return has_one;
}

}  // namespace

double protest_rate(ProtestParams const& params, double people, double grievance, double legitimacy,
                    bool excludes) noexcept {
    double const anger = params.grievance_pull * grievance / (grievance + params.grievance_half) +
                         params.legitimacy_pull * (1.0 - legitimacy) +
                         (excludes ? params.exclusion_pull : 0.0);
    return params.rate * people / (people + params.half_people) * (1.0 + anger);
}

void ProtestProcess::hold(World& world, PlaceId place, std::optional<std::uint32_t> dead,
                          sim::Stream& draw) const {
    ConflictEvent event;
    event.day = world.today;
    event.cell = world.map->places.cell[place.row];
    event.place = place;
    event.kind = EventKind::protest;
    if (!dead && !draw.bernoulli(params_.repressed_share)) return happen(world, event);

    event.kind = EventKind::protest_repressed;
    event.attacker = world.places.holder[place.row];
    std::array<double, community_count> everybody;
    everybody.fill(1.0);
    event.victims = drawn_community(world, event.cell, everybody, draw.uniform());
    std::uint32_t deaths = dead.value_or(0);
    if (!dead && draw.bernoulli(params_.fatal_share)) {
        deaths = 1;
        while (deaths < most_deaths && draw.bernoulli(params_.death_again)) ++deaths;
    }
    deaths = lose_civilians(world, event.cell, event.victims, deaths, next_event(world));
    event.deaths[static_cast<std::size_t>(Side::civilian)] = deaths;
    event.wounded = sim::poisson(draw, params_.wounded + params_.wounded_per_death * deaths);
    happen(world, event);
    double const loss = params_.legitimacy_loss + params_.legitimacy_loss_of_death * deaths;
    world.legitimacy = std::clamp(world.legitimacy - loss, 0.0, 1.0);
}

void ProtestProcess::hold_as_history_says(World& world, Measure const& measure) const {
    if (measure.place == no_place || !is_held_by_a_state(world, measure.place)) return;
    sim::Stream draw{world.seed, purpose::protest, scripted_entities | measure.place.row,
                     world.today};
    bool const is_today = measure.age == 0 || draw.bernoulli(-std::expm1(-params_.scripted_rate));
    if (!is_today) return;
    // A row that names who fired says how many died.
    std::optional<std::uint32_t> dead;
    if (measure.age == 0 && measure.actor != no_actor && measure.has_value) {
        dead = static_cast<std::uint32_t>(std::lround(std::clamp(measure.value, 0.0, 1e4)));
    }
    hold(world, measure.place, dead, draw);
}

void ProtestProcess::operator()(World& world) const {
    for_each_measure(world.measures, MeasureKind::protest,
                     [&](Measure const& measure) { hold_as_history_says(world, measure); });
    auto const& places = world.map->places;
    for (std::uint32_t p = 0; p < places.size(); ++p) {
        PlaceId const place{p};
        if (places.kind[p] != PlaceKind::town || !world.map->is_home(place)) continue;
        if (!is_held_by_a_state(world, place)) continue;
        double const rate = protest_rate(params_, places.population[p],
                                         grievance_of_all(world, world.map->places.cell[place.row]),
                                         world.legitimacy, has_disarmament(world, place));
        sim::Stream draw{world.seed, purpose::protest, p, world.today};
        if (draw.bernoulli(-std::expm1(-rate))) hold(world, place, std::nullopt, draw);
    }
}

}  // namespace models
