#include "models/displacement/travel.hpp"

#include <algorithm>

#include "models/displacement/hop.hpp"
#include "models/displacement/return_home.hpp"
#include "models/purposes.hpp"
#include "models/world/people.hpp"
#include "sim/base/check.hpp"
#include "sim/random/block.hpp"

namespace models {
namespace {

// Those who act are scattered over the memory. It is asked for so many of them before their turn.
constexpr std::size_t ahead = 24;

/// The first route on the way to a mover's destination; of row no_row if it is there.
sim::LinkId next_route(World const& world, Mover const& mover) noexcept {
    return world.map->paths.next_link(sim::NodeId{mover.place.row},
                                      sim::NodeId{mover.destination.row});
}

/// Whether a mover walks the last stretch to its home.
bool is_nearly_home(Mover const& mover) noexcept {
    return mover.next_stop == no_place && mover.destination != no_place &&
           mover.status == MoverStatus::travelling;
}

}  // namespace

TravelProcess::TravelProcess(DisplacementParams const& params, std::shared_ptr<Geography const> map)
    : params_{params},
      tables_{params.destination, std::move(map)},
      pause_of_displaced_{decision_bound(params.return_home, MoverStatus::displaced)},
      pause_of_refugees_{decision_bound(params.return_home, MoverStatus::refugee)} {
    SIM_EXPECTS(params.travel.walk_km_per_day > 0.0 && params.travel.route_km_per_day > 0.0);
    SIM_EXPECTS(params.travel.patience_days >= 1 && params.destination.tries >= 1);
    for (double const km : tables_.map().graph.lengths_km()) {
        days_of_route_.push_back(km / params.travel.route_km_per_day);
    }
}

void TravelProcess::operator()(World& world) {
    tables_.hear_news(world);
    tell_apart(world, world.movers_due.take(world.today));
    think(world);
    // In row order, as the room of a place goes to whoever comes first.
    std::size_t next = 0;
    for (auto const& [mover, decision] : leaving_) {
        for (; next < acting_.size() && acting_[next] < mover; ++next) act(world, next);
        leave_refuge(world, mover, decision);
    }
    for (; next < acting_.size(); ++next) act(world, next);
}

void TravelProcess::tell_apart(World& world, std::span<MoverId const> due) {
    auto& movers = world.households.movers();
    thinking_.clear();
    households_.clear();
    acting_.clear();
    for (std::size_t i = 0; i < due.size(); ++i) {
        if (i + ahead < due.size()) __builtin_prefetch(movers.data() + due[i + ahead].row, 1);
        Mover& mover = movers[due[i].row];
        // A row may have been put down for a day and then have changed its mind.
        if (mover.due != world.today) continue;
        mover.due = never;
        if (is_settled(mover.status)) {
            thinking_.push_back(due[i]);
            households_.push_back(mover.household.row);
        } else {
            acting_.push_back(due[i]);
        }
    }
}

void TravelProcess::think(World& world) {
    draws_.resize(thinking_.size());
    sim::fill_first_blocks(world.seed, purpose::return_home, world.today, households_, draws_);
    auto const stay = [&](MoverId mover, sim::Stream& draw) {
        auto const status = world.households.mover(mover).status;
        sim::Day const day = next_decision(world.today, pause(status), draw);
        if (day != never) wake(world, mover, day);
    };
    // Most stay either way, many of them whatever is feared at home. Only for the others is that
    // asked, and the way looked at, which takes longest.
    torn_.clear();
    for (std::size_t i = 0; i < thinking_.size(); ++i) {
        Mover const& mover = world.households.mover(thinking_[i]);
        sim::Stream draw{world.seed, purpose::return_home, households_[i], world.today, draws_[i]};
        double const u = draw.uniform() * decision_bound(params_.return_home, mover.status);
        double const leave_chance = chance_to_leave(mover.place);
        double const most = most_return_probability(world, params_.return_home, mover);
        if (decide(most, leave_chance, u) == Decision::stay) {
            stay(thinking_[i], draw);
            continue;
        }
        torn_.push_back({thinking_[i], u, draw});
        world.cells.threat.prefetch(mover.home.row);
        world.cells.takeover.prefetch(mover.home.row);
    }
    leaving_.clear();
    for (auto& [mover, u, draw] : torn_) {
        Decision const decision = reconsider(world, world.households.mover(mover), u);
        if (decision == Decision::stay) {
            stay(mover, draw);
        } else {
            leaving_.push_back({mover, decision});
        }
    }
}

void TravelProcess::act(World& world, std::size_t i) {
    auto const& households = world.households;
    for (int step = 0; step < 3; ++step) {
        std::size_t const next = i + ahead - 8 * static_cast<std::size_t>(step);
        if (next < acting_.size() && is_nearly_home(households.mover(acting_[next]))) {
            households.prefetch_return(acting_[next], step);
        }
    }
    act(world, acting_[i]);
}

void TravelProcess::act(World& world, MoverId id) {
    Mover& mover = world.households.mover(id);
    bool const has_destination = mover.destination != no_place;
    switch (mover.status) {
        case MoverStatus::travelling:
            if (!has_destination) {
                choose(world, id, news_of_closures(world, mover));
            } else if (mover.next_stop == no_place) {
                come_home(world, id);
            } else {
                put_mover(world, id, MoverStatus::travelling, mover.next_stop);
                go_on(world, id);
            }
            return;
        case MoverStatus::held:
            mover.spare_day = 0.0F;
            if (!has_destination) {
                choose(world, id, news_of_closures(world, mover));
            } else if (world.route_open[next_route(world, mover).row]) {
                go_on(world, id);
            } else {
                choose(world, id, ClosedRoutes::avoided);
            }
            return;
        case MoverStatus::displaced:
        case MoverStatus::refugee:
        case MoverStatus::returned:
        case MoverStatus::extinct:
            return;
    }
}

ClosedRoutes TravelProcess::news_of_closures(World const& world, Mover const& mover) const {
    if (tables_.are_all_routes_open()) return ClosedRoutes::unknown;  // there are none to know of
    sim::Stream draw{world.seed, purpose::border_news, mover.household.row, world.today};
    return draw.bernoulli(params_.travel.closures_known) ? ClosedRoutes::avoided
                                                         : ClosedRoutes::unknown;
}

void TravelProcess::choose(World& world, MoverId id, ClosedRoutes closed) {
    Mover& mover = world.households.mover(id);
    auto const place = choose_destination(world, params_.destination, tables_, mover, closed);
    if (place) {
        mover.destination = *place;
        go_on(world, id);
    } else if (mover.destination != no_place) {
        hold(world, id);
    } else {
        look_again_tomorrow(world, id);
    }
}

void TravelProcess::go_on(World& world, MoverId id) {
    Geography const& map = *world.map;
    Mover& mover = world.households.mover(id);
    sim::NodeId const goal{mover.destination.row};
    PlaceId const start = mover.place;
    PlaceId here = start;
    // Those on a route count at the last place they passed: only the last of today matters.
    auto const pass = [&] { put_mover(world, id, MoverStatus::travelling, here); };
    for (auto link = map.paths.next_link(sim::NodeId{here.row}, goal); link.row != sim::no_row;
         link = map.paths.next_link(sim::NodeId{here.row}, goal)) {
        if (!world.route_open[link.row]) {
            if (here != start) pass();
            hold(world, id);
            return;
        }
        PlaceId const next{map.graph.other_end(link, sim::NodeId{here.row}).row};
        Hop const hop = hop_after(days_of_route_[link.row], mover.spare_day);
        if (hop.days > 0) {
            pass();
            mover.next_stop = next;
            begin_hop(world, id, hop);
            return;
        }
        mover.spare_day = hop.spare_day;
        here = next;
    }
    if (here != start) pass();
    arrive(world, id);
}

void TravelProcess::hold(World& world, MoverId id) {
    Mover& mover = world.households.mover(id);
    mover.next_stop = mover.place;
    put_mover(world, id, MoverStatus::held, mover.place);
    if (mover.aim != MoverAim::shelter) return;  // goes home when the route opens
    wake(world, id, sim::Day{world.today.value + params_.travel.patience_days});
}

void TravelProcess::arrive(World& world, MoverId id) {
    Mover const& mover = world.households.mover(id);
    if (mover.aim != MoverAim::shelter) {
        walk_home(world, id);
    } else if (tables_.has_room(world, mover.place, mover.people) &&
               tables_.calm(mover.place) > 0.0) {
        settle(world, id);
    } else {
        look_again_tomorrow(world, id);
    }
}

void TravelProcess::settle(World& world, MoverId id) {
    Mover& mover = world.households.mover(id);
    auto const status =
        world.map->is_home(mover.place) ? MoverStatus::displaced : MoverStatus::refugee;
    mover.next_stop = mover.place;
    put_mover(world, id, status, mover.place);
    sim::Stream draw{world.seed, purpose::return_home, mover.household.row, world.today};
    auto const day = next_decision(world.today, pause(status), draw);
    if (day != never) wake(world, id, day);
}

void TravelProcess::look_again_tomorrow(World& world, MoverId id) {
    Mover& mover = world.households.mover(id);
    mover.destination = no_place;
    mover.next_stop = mover.place;
    put_mover(world, id, MoverStatus::held, mover.place);
    wake(world, id, sim::Day{world.today.value + 1});
}

void TravelProcess::walk_home(World& world, MoverId id) {
    Mover& mover = world.households.mover(id);
    double const km = world.map->cells.nearest_place_km[mover.home.row];
    Hop const hop = hop_after(km / params_.travel.walk_km_per_day, mover.spare_day);
    if (hop.days == 0) {
        come_home(world, id);
        return;
    }
    mover.next_stop = no_place;
    put_mover(world, id, MoverStatus::travelling, mover.place);
    begin_hop(world, id, hop);
}

double TravelProcess::chance_to_leave(PlaceId refuge) const noexcept {
    return tables_.calm(refuge) > 0.0 ? 0.0 : params_.return_home.displaced_again;
}

Decision TravelProcess::reconsider(World const& world, Mover const& mover, double u) const {
    double const leave_chance = chance_to_leave(mover.place);
    double const go_chance = return_probability(world, params_.return_home, mover);
    Decision const decision = decide(go_chance, leave_chance, u);
    if (decision == Decision::stay || is_way_home_open(world, mover)) return decision;
    return decide(0.0, leave_chance, u);
}

void TravelProcess::leave_refuge(World& world, MoverId id, Decision decision) {
    if (decision == Decision::leave_refuge) {
        look_again_tomorrow(world, id);
        return;
    }
    Mover& mover = world.households.mover(id);
    bool const is_refugee = mover.status == MoverStatus::refugee;
    mover.aim = is_refugee ? MoverAim::home_from_abroad : MoverAim::home_from_inside;
    mover.destination = world.map->cells.nearest_place[mover.home.row];
    mover.spare_day = 0.0F;
    go_on(world, id);
}

}  // namespace models
