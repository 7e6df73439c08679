#include "models/observed_past/observed_past_process.hpp"

#include <algorithm>
#include <utility>

#include "models/observed_past/party_today.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/happen.hpp"
#include "models/world/people.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

std::size_t row(Side side) noexcept {
    return static_cast<std::size_t>(side);
}

bool is_against_civilians(EventKind kind) noexcept {
    return kind == EventKind::attack_on_civilians || kind == EventKind::communal_attack ||
           kind == EventKind::protest_repressed || kind == EventKind::abduction;
}

/// The community with most people at home in a cell; nothing if nobody is.
std::optional<Community> largest_community(World const& world, sim::CellId cell) {
    std::array<std::uint64_t, community_count> people{};
    auto const& strata = world.households.strata();
    auto const [first, last] = world.households.strata_of(cell);
    for (std::uint32_t s = first; s < last; ++s) {
        people[static_cast<std::size_t>(strata.community[s])] += strata.people_home[s];
    }
    auto const most = std::ranges::max_element(people);
    if (*most == 0) return std::nullopt;
    return static_cast<Community>(most - people.begin());
}

/// Whose civilians were attacked, and for which community.
void name_communities(World const& world, PastEvent const& past, ConflictEvent& event) {
    if (!is_against_civilians(past.kind)) return;
    event.victims = past.target.community;
    if (!event.victims) event.victims = largest_community(world, past.cell);
    if (past.kind == EventKind::communal_attack) event.avenger = past.attacker.community;
}

std::uint64_t residents_of_first_day(Geography const& map) {
    std::uint64_t people = 0;
    for (std::size_t c = 0; c < map.cells.population.size(); ++c) {
        if (map.cells.region[c] != no_region) people += map.cells.population[c];
    }
    return people;
}

}  // namespace

ObservedDays observed_days(ObservedPast const* past, sim::Date first_day) {
    if (past == nullptr) return {};
    auto const days = sim::days_between(first_day, past->until);
    SIM_EXPECTS(days >= 0);
    return ObservedDays{sim::Day{static_cast<std::uint32_t>(days)}};
}

ObservedPastProcess::ObservedPastProcess(std::shared_ptr<ObservedPast const> past)
    : past_{std::move(past)} {
    SIM_EXPECTS(past_ != nullptr);
    SIM_EXPECTS(std::ranges::is_sorted(past_->events, {}, &PastEvent::day));
}

void ObservedPastProcess::enter(World& world, PastEvent const& past) const {
    double const reach = past_->reach_km;
    // Who is not named is looked for among the enemies of who is.
    auto const attacker = party_today(world, past.attacker, past.target.actor, past.cell, reach);
    auto const target = party_today(world, past.target, attacker.actor, past.cell, reach);
    ConflictEvent event;
    event.day = world.today;
    event.kind = past.kind;
    event.attacker = attacker.actor;
    event.target = target.actor;
    event.cell = past.cell;
    event.place = past.place;
    name_communities(world, past, event);

    event.deaths[row(attacker.side)] += past.attacker_deaths;
    event.deaths[row(target.side)] += past.target_deaths;
    event.deaths[row(Side::civilian)] += past.civilian_deaths;
    if (attacker.side != Side::civilian) event.attacker_deaths = past.attacker_deaths;
    lose_fighters_near(world, attacker, past.cell, reach, past.attacker_deaths);
    lose_fighters_near(world, target, past.cell, reach, past.target_deaths);
    static_cast<void>(lose_civilians(world, past.cell, event.victims,
                                     event.deaths[row(Side::civilian)], next_event(world)));
    happen(world, event);
}

void ObservedPastProcess::operator()(World& world) const {
    auto const& events = past_->events;
    auto past = std::ranges::lower_bound(events, world.today, {}, &PastEvent::day);
    for (; past != events.end() && past->day == world.today; ++past) enter(world, *past);
}

std::array<std::uint64_t, side_count> unplaced_deaths(World const& world) {
    auto const& totals = world.totals;
    auto const captives = count_captives(world.captives, world.actors);
    std::array<std::uint64_t, side_count> there{};
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        there[row(world.actors.side(world.units.actor[u]))] += world.units.fighters[u];
    }
    std::array<std::uint64_t, side_count> unplaced{};
    for (std::size_t side = 0; side < side_count; ++side) {
        unplaced[side] = there[side] + captives[side] + totals.deaths[side] +
                         totals.fighters_disbanded[side] - totals.fighters_raised[side];
    }
    unplaced[row(Side::civilian)] = count_people(world).all() + totals.deaths[row(Side::civilian)] -
                                    residents_of_first_day(*world.map);
    return unplaced;
}

}  // namespace models
