#include "models/world/people.hpp"

#include <vector>

#include "sim/base/check.hpp"

namespace models {
namespace {

std::uint32_t& people_with(World& world, MoverStatus status, PlaceId place) {
    return world.places.people[static_cast<std::size_t>(status)][place.row];
}

/// People of a mover's community who are settled where it is.
std::uint32_t& settled_with(World& world, Mover const& mover) {
    return world.places.settled[static_cast<std::size_t>(mover.community)][mover.place.row];
}

}  // namespace

MoverId leave_home(World& world, StratumId stratum, std::uint32_t i, PlaceId towards) {
    MoverId const mover = world.households.leave(stratum, i, towards, world.today);
    auto const people = world.households.mover(mover).people;
    people_with(world, MoverStatus::travelling, towards) += people;
    world.totals.departures += people;
    return mover;
}

void put_mover(World& world, MoverId id, MoverStatus status, PlaceId at) {
    Mover& mover = world.households.mover(id);
    SIM_EXPECTS(is_away(mover.status) && is_away(status));
    people_with(world, mover.status, mover.place) -= mover.people;
    people_with(world, status, at) += mover.people;
    if (is_settled(mover.status)) settled_with(world, mover) -= mover.people;
    mover.place = at;
    if (is_settled(status)) {
        settled_with(world, mover) += mover.people;
        mover.refuge = at;
    }
    if (status == mover.status) return;
    mover.status = status;
    mover.since = world.today;
}

void come_home(World& world, MoverId id) {
    Mover const& mover = world.households.mover(id);
    people_with(world, mover.status, mover.place) -= mover.people;
    if (is_settled(mover.status)) settled_with(world, mover) -= mover.people;
    if (mover.aim == MoverAim::home_from_abroad) {
        world.totals.refugees_returned += mover.people;
        world.returns.refugees[world.map->places.country[mover.refuge.row].row] += mover.people;
    } else {
        world.totals.idps_returned += mover.people;
        world.returns.idps[world.map->cells.region[mover.home.row].row] += mover.people;
    }
    world.households.come_home(id, world.today);
}

void lose_person_away(World& world, MoverId id) {
    Mover const& mover = world.households.mover(id);
    --people_with(world, mover.status, mover.place);
    if (is_settled(mover.status)) --settled_with(world, mover);
    world.households.lose_person_away(id, world.today);
}

PeopleCount count_people(World const& world) {
    HouseholdStore const& households = world.households;
    StratumColumns const& strata = households.strata();
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
    for (Mover const& mover : households.movers()) {
        if (!is_away(mover.status)) continue;
        auto const status = static_cast<std::size_t>(mover.status);
        count.sums_are_true &= mover.people == households.people(mover.household);
        count.away[status] += mover.people;
        recount.people[status][mover.place.row] += mover.people;
        if (!is_settled(mover.status)) continue;
        auto const community = static_cast<std::size_t>(mover.community);
        recount.settled[community][mover.place.row] += mover.people;
    }
    count.sums_are_true &= recount.people == world.places.people;
    count.sums_are_true &= recount.settled == world.places.settled;
    return count;
}

}  // namespace models
