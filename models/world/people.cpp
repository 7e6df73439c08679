#include "models/world/people.hpp"

#include <vector>

#include "sim/base/check.hpp"

namespace models {
namespace {

std::uint32_t& people_with(World& world, MoverStatus status, PlaceId place) {
    return world.places.people[static_cast<std::size_t>(status)][place.row];
}

std::size_t community_of(World const& world, MoverId mover) {
    auto const stratum = world.households.movers().stratum[mover.row];
    return static_cast<std::size_t>(world.households.strata().community[stratum.row]);
}

/// People of a mover's community who are settled where it is.
std::uint32_t& settled_with(World& world, MoverId mover) {
    auto const place = world.households.movers().place[mover.row];
    return world.places.settled[community_of(world, mover)][place.row];
}

}  // namespace

MoverId leave_home(World& world, StratumId stratum, std::uint32_t i, PlaceId towards) {
    MoverId const mover = world.households.leave(stratum, i, towards, world.today);
    auto const people = world.households.movers().people[mover.row];
    people_with(world, MoverStatus::travelling, towards) += people;
    world.totals.departures += people;
    return mover;
}

void put_mover(World& world, MoverId mover, MoverStatus status, PlaceId at) {
    auto& movers = world.households.movers();
    auto const old_status = movers.status[mover.row];
    SIM_EXPECTS(is_away(old_status) && is_away(status));
    people_with(world, old_status, movers.place[mover.row]) -= movers.people[mover.row];
    people_with(world, status, at) += movers.people[mover.row];
    if (is_settled(old_status)) settled_with(world, mover) -= movers.people[mover.row];
    movers.place[mover.row] = at;
    if (is_settled(status)) {
        settled_with(world, mover) += movers.people[mover.row];
        movers.refuge[mover.row] = at;
    }
    if (status == old_status) return;
    movers.status[mover.row] = status;
    movers.since[mover.row] = world.today;
}

void come_home(World& world, MoverId mover) {
    auto const& movers = world.households.movers();
    auto const people = movers.people[mover.row];
    people_with(world, movers.status[mover.row], movers.place[mover.row]) -= people;
    if (is_settled(movers.status[mover.row])) settled_with(world, mover) -= people;
    if (movers.aim[mover.row] == MoverAim::home_from_abroad) {
        world.totals.refugees_returned += people;
        auto const refuge = movers.refuge[mover.row];
        world.returns.refugees[world.map->places.country[refuge.row].row] += people;
    } else {
        world.totals.idps_returned += people;
        auto const home = world.households.strata().cell[movers.stratum[mover.row].row];
        world.returns.idps[world.map->cells.region[home.row].row] += people;
    }
    world.households.come_home(mover, world.today);
}

void lose_person_away(World& world, MoverId mover) {
    auto const& movers = world.households.movers();
    --people_with(world, movers.status[mover.row], movers.place[mover.row]);
    if (is_settled(movers.status[mover.row])) --settled_with(world, mover);
    world.households.lose_person_away(mover, world.today);
}

PeopleCount count_people(World const& world) {
    HouseholdStore const& households = world.households;
    StratumColumns const& strata = households.strata();
    MoverColumns const& movers = households.movers();
    PeopleCount count;

    for (std::uint32_t s = 0; s < strata.size(); ++s) {
        std::uint64_t people = 0;
        for (std::uint32_t i = 0; i < strata.at_home[s]; ++i) {
            people += households.people(households.at_home(StratumId{s}, i));
        }
        count.sums_are_true &= people == strata.people_home[s];
        count.at_home += people;
    }

    PlaceState recount{world.map->places.size()};
    for (std::uint32_t m = 0; m < movers.size(); ++m) {
        if (!is_away(movers.status[m])) continue;
        auto const status = static_cast<std::size_t>(movers.status[m]);
        count.sums_are_true &= movers.people[m] == households.people(movers.household[m]);
        count.away[status] += movers.people[m];
        auto const place = movers.place[m].row;
        recount.people[status][place] += movers.people[m];
        if (!is_settled(movers.status[m])) continue;
        recount.settled[community_of(world, MoverId{m})][place] += movers.people[m];
    }
    count.sums_are_true &= recount.people == world.places.people;
    count.sums_are_true &= recount.settled == world.places.settled;
    return count;
}

}  // namespace models
