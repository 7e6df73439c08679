#include "benchmarks/flee/moves.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "models/recorders/totals_recorder.hpp"
#include "models/scenario/first_world.hpp"
#include "models/schedule/daily.hpp"

namespace bench {
namespace {

using models::MoverId;
using models::MoverStatus;
using models::PlaceId;
using models::World;

/// Links of the way between two places. Whoever is on a shortest path is on one from every place
/// that it passes.
std::uint32_t links_between(World const& world, PlaceId from, PlaceId to) {
    std::uint32_t links = 0;
    sim::NodeId at{from.row};
    while (auto const link = world.map->paths.next_hop(at, sim::NodeId{to.row})) {
        at = world.map->graph.other_end(*link, at);
        ++links;
    }
    return links;
}

/// Whether a mover that is due will choose where to go (models/displacement/travel).
bool will_choose(World const& world, std::uint32_t row) {
    auto const& movers = world.households.movers();
    auto const status = movers[row].status;
    if (status != MoverStatus::travelling && status != MoverStatus::held) return false;
    if (movers[row].destination == models::no_place) return true;
    if (status == MoverStatus::travelling) return false;
    auto const link = world.map->paths.next_hop(sim::NodeId{movers[row].place.row},
                                                sim::NodeId{movers[row].destination.row});
    return link && world.route_open[link->row] == 0;
}

void count_choices(World const& world, Moves& moves) {
    auto const& movers = world.households.movers();
    for (std::uint32_t row = 0; row < movers.size(); ++row) {
        if (movers[row].due == world.today && will_choose(world, row)) {
            moves.choices.push_back({MoverId{row}, movers[row].place});
        }
    }
}

}  // namespace

Moves count_moves(models::Scenario const& scenario, sim::Seed seed) {
    Moves moves;
    auto world = models::make_world(scenario, seed);
    auto schedule = models::daily_schedule(scenario, world);
    std::vector<models::Mover> before;  // this morning
    auto const look = [&](World const& morning) {
        count_choices(morning, moves);
        before = morning.households.movers();
    };
    auto const travel = std::ranges::find(schedule, "travel", &sim::Process<World>::name);
    schedule.insert(travel, {"look", look});
    sim::Observer<World> const observe = [&](World const& evening) {
        auto const& movers = evening.households.movers();
        for (std::size_t row = 0; row < movers.size(); ++row) {
            if (movers[row].place == before[row].place) continue;
            moves.links += links_between(evening, before[row].place, movers[row].place);
        }
        auto const away = models::people_stocks(evening).all_away();
        moves.people_days += away;
        moves.most_away = std::max(moves.most_away, away);
    };
    sim::run(world, schedule, std::span{&observe, 1}, sim::Day{scenario.days()});
    moves.departures = world.households.movers().size();
    moves.world = std::move(world);
    return moves;
}

}  // namespace bench
