#include "models/displacement/travel.hpp"

#include "models/displacement/hop.hpp"
#include "models/displacement/return_home.hpp"
#include "models/purposes.hpp"
#include "models/world/people.hpp"
#include "sim/base/check.hpp"
#include "sim/random/block.hpp"

namespace models {
namespace {

constexpr std::size_t movers_ahead = 4;  // who act while memory answers for one more

/// The first route on the way to a mover's destination; of row no_row if it is there.
sim::LinkId next_route(World const& world, MoverId mover) noexcept {
    auto const& movers = world.households.movers();
    return world.map->paths.next_link(sim::NodeId{movers.place[mover.row].row},
                                      sim::NodeId{movers.destination[mover.row].row});
}

std::uint32_t home_cell(World const& world, MoverId mover) noexcept {
    auto const stratum = world.households.movers().stratum[mover.row];
    return world.households.strata().cell[stratum.row].row;
}

/// Fetch what is known of the movers that come next, as they are scattered over the memory.
void prefetch_next(HouseholdStore const& households, std::span<MoverId const> due) noexcept {
    if (due.size() > 2 * movers_ahead) households.prefetch(due[2 * movers_ahead]);
    if (due.size() > movers_ahead) households.prefetch_home(due[movers_ahead]);
}

}  // namespace

TravelProcess::TravelProcess(DisplacementParams const& params, std::shared_ptr<Geography const> map)
    : params_{params},
      tables_{params.destination, std::move(map)},
      pause_of_displaced_{decision_bound(params.return_home, MoverStatus::displaced)},
      pause_of_refugees_{decision_bound(params.return_home, MoverStatus::refugee)} {
    SIM_EXPECTS(params.travel.walk_km_per_day > 0.0 && params.travel.route_km_per_day > 0.0);
    SIM_EXPECTS(params.travel.patience_days >= 1 && params.destination.tries >= 1);
}

void TravelProcess::operator()(World& world) {
    tables_.hear_news(world);
    auto const due = world.movers_due.take(world.today);
    draw_decisions(world, due);
    auto const& movers = world.households.movers();
    auto first_draw = draws_.begin();
    for (std::size_t i = 0; i < due.size(); ++i) {
        prefetch_next(world.households, std::span{due}.subspan(i));
        MoverId const mover = due[i];
        // A row may have been put down for a day and then have changed its mind.
        bool const is_due = movers.due[mover.row] == world.today;
        if (is_due) world.households.movers().due[mover.row] = never;
        if (is_settled(movers.status[mover.row])) {
            auto const& first = *first_draw++;
            if (!is_due) continue;
            reconsider(world, mover,
                       {world.seed, purpose::return_home, movers.household[mover.row].row,
                        world.today, first});
        } else if (is_due) {
            act(world, mover);
        }
    }
}

void TravelProcess::draw_decisions(World const& world, std::span<MoverId const> due) {
    auto const& movers = world.households.movers();
    deciding_.clear();
    for (MoverId const mover : due) {
        if (!is_settled(movers.status[mover.row])) continue;
        deciding_.push_back(movers.household[mover.row].row);
    }
    draws_.resize(deciding_.size());
    sim::fill_first_blocks(world.seed, purpose::return_home, world.today, deciding_, draws_);
}

void TravelProcess::act(World& world, MoverId mover) {
    auto& movers = world.households.movers();
    bool const has_destination = movers.destination[mover.row] != no_place;
    switch (movers.status[mover.row]) {
        case MoverStatus::travelling:
            if (!has_destination) {
                choose(world, mover, news_of_closures(world, mover));
            } else if (movers.next_stop[mover.row] == no_place) {
                come_home(world, mover);
            } else {
                put_mover(world, mover, MoverStatus::travelling, movers.next_stop[mover.row]);
                go_on(world, mover);
            }
            return;
        case MoverStatus::held:
            movers.spare_day[mover.row] = 0.0F;
            if (!has_destination) {
                choose(world, mover, news_of_closures(world, mover));
            } else if (world.route_open[next_route(world, mover).row]) {
                go_on(world, mover);
            } else {
                choose(world, mover, ClosedRoutes::avoided);
            }
            return;
        case MoverStatus::displaced:
        case MoverStatus::refugee:
        case MoverStatus::returned:
        case MoverStatus::extinct:
            return;
    }
}

ClosedRoutes TravelProcess::news_of_closures(World const& world, MoverId mover) const {
    if (tables_.are_all_routes_open()) return ClosedRoutes::unknown;  // there are none to know of
    sim::Stream draw{world.seed, purpose::border_news,
                     world.households.movers().household[mover.row].row, world.today};
    return draw.bernoulli(params_.travel.closures_known) ? ClosedRoutes::avoided
                                                         : ClosedRoutes::unknown;
}

void TravelProcess::choose(World& world, MoverId mover, ClosedRoutes closed) {
    auto const place = choose_destination(world, params_.destination, tables_, mover, closed);
    PlaceId& destination = world.households.movers().destination[mover.row];
    if (place) {
        destination = *place;
        go_on(world, mover);
    } else if (destination != no_place) {
        hold(world, mover);
    } else {
        look_again_tomorrow(world, mover);
    }
}

void TravelProcess::go_on(World& world, MoverId mover) {
    auto& movers = world.households.movers();
    for (auto link = next_route(world, mover); link.row != sim::no_row;
         link = next_route(world, mover)) {
        if (!world.route_open[link.row]) {
            hold(world, mover);
            return;
        }
        Geography const& map = *world.map;
        PlaceId const here = movers.place[mover.row];
        PlaceId const next{map.graph.other_end(link, sim::NodeId{here.row}).row};
        double const days = map.graph.route(link).length_km / params_.travel.route_km_per_day;
        Hop const hop = hop_after(days, movers.spare_day[mover.row]);
        movers.next_stop[mover.row] = next;
        if (hop.days > 0) {
            if (movers.status[mover.row] != MoverStatus::travelling) {
                put_mover(world, mover, MoverStatus::travelling, here);
            }
            begin_hop(world, mover, hop);
            return;
        }
        movers.spare_day[mover.row] = hop.spare_day;
        put_mover(world, mover, MoverStatus::travelling, next);
    }
    arrive(world, mover);
}

void TravelProcess::hold(World& world, MoverId mover) {
    auto& movers = world.households.movers();
    movers.next_stop[mover.row] = movers.place[mover.row];
    put_mover(world, mover, MoverStatus::held, movers.place[mover.row]);
    if (movers.aim[mover.row] != MoverAim::shelter) return;  // goes home when the route opens
    wake(world, mover, sim::Day{world.today.value + params_.travel.patience_days});
}

void TravelProcess::arrive(World& world, MoverId mover) {
    auto const& movers = world.households.movers();
    PlaceId const here = movers.place[mover.row];
    if (movers.aim[mover.row] != MoverAim::shelter) {
        walk_home(world, mover);
    } else if (tables_.has_room(world, here, movers.people[mover.row]) &&
               tables_.calm(here) > 0.0) {
        settle(world, mover);
    } else {
        look_again_tomorrow(world, mover);
    }
}

void TravelProcess::settle(World& world, MoverId mover) {
    auto& movers = world.households.movers();
    PlaceId const here = movers.place[mover.row];
    auto const status = world.map->is_home(here) ? MoverStatus::displaced : MoverStatus::refugee;
    movers.next_stop[mover.row] = here;
    put_mover(world, mover, status, here);
    sim::Stream draw{world.seed, purpose::return_home, movers.household[mover.row].row,
                     world.today};
    auto const day = next_decision(world.today, pause(status), draw);
    if (day != never) wake(world, mover, day);
}

void TravelProcess::look_again_tomorrow(World& world, MoverId mover) {
    auto& movers = world.households.movers();
    PlaceId const here = movers.place[mover.row];
    movers.destination[mover.row] = no_place;
    movers.next_stop[mover.row] = here;
    put_mover(world, mover, MoverStatus::held, here);
    wake(world, mover, sim::Day{world.today.value + 1});
}

void TravelProcess::walk_home(World& world, MoverId mover) {
    auto& movers = world.households.movers();
    double const km = world.map->cells.nearest_place_km[home_cell(world, mover)];
    Hop const hop = hop_after(km / params_.travel.walk_km_per_day, movers.spare_day[mover.row]);
    if (hop.days == 0) {
        come_home(world, mover);
        return;
    }
    movers.next_stop[mover.row] = no_place;
    put_mover(world, mover, MoverStatus::travelling, movers.place[mover.row]);
    begin_hop(world, mover, hop);
}

void TravelProcess::reconsider(World& world, MoverId mover, sim::Stream draw) {
    auto& movers = world.households.movers();
    MoverStatus const status = movers.status[mover.row];
    PlaceId const here = movers.place[mover.row];
    double const bound = decision_bound(params_.return_home, status);
    double const leave_chance =
        tables_.calm(here) > 0.0 ? 0.0 : params_.return_home.displaced_again;
    double const u = draw.uniform() * bound;
    // Most stay either way, many of them whatever is feared at home. Only for the others is that
    // asked, and the way looked at, which takes longest.
    double go_chance = most_return_probability(world, params_.return_home, mover);
    if (decide(go_chance, leave_chance, u) != Decision::stay) {
        go_chance = return_probability(world, params_.return_home, mover);
    }
    bool const may_move = decide(go_chance, leave_chance, u) != Decision::stay;
    if (may_move && !is_way_home_open(world, mover)) go_chance = 0.0;
    switch (decide(go_chance, leave_chance, u)) {
        case Decision::go_home:
            movers.aim[mover.row] = status == MoverStatus::refugee ? MoverAim::home_from_abroad
                                                                   : MoverAim::home_from_inside;
            movers.destination[mover.row] = world.map->cells.nearest_place[home_cell(world, mover)];
            movers.spare_day[mover.row] = 0.0F;
            go_on(world, mover);
            return;
        case Decision::leave_refuge:
            look_again_tomorrow(world, mover);
            return;
        case Decision::stay: {
            sim::Day const day = next_decision(world.today, pause(status), draw);
            if (day != never) wake(world, mover, day);
            return;
        }
    }
}

}  // namespace models
