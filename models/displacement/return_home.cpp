#include "models/displacement/return_home.hpp"

#include <algorithm>
#include <cmath>

#include "models/displacement/destination.hpp"
#include "models/displacement/flight.hpp"
#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

constexpr std::uint32_t century = 36'525;  // [d]; keeps the queue of days short

/// How far services at home invite people back, `services_floor` to 1.
double factor_of_services(World const& world, ReturnParams const& params,
                          sim::CellId home) noexcept {
    if (params.services_floor == 1.0) return 1.0;
    return params.services_floor + (1.0 - params.services_floor) * world.cells.services[home.row];
}

double base_probability(ReturnParams const& params, MoverStatus from) noexcept {
    return from == MoverStatus::refugee ? params.refugee : params.displaced;
}

/// How far who holds the home of a mover, and its services, invite it back.
double factor_of_home(World const& world, ReturnParams const& params, MoverId mover) noexcept {
    auto const& strata = world.households.strata();
    std::uint32_t const stratum = world.households.movers().stratum[mover.row].row;
    sim::CellId const home = strata.cell[stratum];
    return factor_at(world, params.home, home, strata.community[stratum]) *
           factor_of_services(world, params, home);
}

}  // namespace

double return_probability(ReturnParams const& params, MoverStatus from, double threat,
                          double takeover, double tenure, double home_factor) noexcept {
    return base_probability(params, from) * home_factor *
           std::exp(-threat / params.threat_scale - takeover / params.takeover_scale -
                    tenure / params.tenure_days);
}

double return_probability(World const& world, ReturnParams const& params, MoverId mover) noexcept {
    auto const& movers = world.households.movers();
    sim::CellId const home = world.households.strata().cell[movers.stratum[mover.row].row];
    return return_probability(
        params, movers.status[mover.row], world.cells.threat.at(home.row, world.today),
        world.cells.takeover.at(home.row, world.today),
        static_cast<double>(world.today.value - movers.since[mover.row].value),
        factor_of_home(world, params, mover));
}

double most_return_probability(World const& world, ReturnParams const& params,
                               MoverId mover) noexcept {
    return base_probability(params, world.households.movers().status[mover.row]) *
           factor_of_home(world, params, mover);
}

bool is_way_home_open(World const& world, MoverId mover) noexcept {
    auto const& movers = world.households.movers();
    sim::CellId const home = world.households.strata().cell[movers.stratum[mover.row].row];
    return is_way_open(world, movers.place[mover.row], world.map->cells.nearest_place[home.row]);
}

double decision_bound(ReturnParams const& params, MoverStatus status) noexcept {
    return status == MoverStatus::refugee ? params.refugee
                                          : params.displaced + params.displaced_again;
}

Decision decide(double go_chance, double leave_chance, double u) noexcept {
    if (u < go_chance) return Decision::go_home;
    if (u < go_chance + leave_chance) return Decision::leave_refuge;
    return Decision::stay;
}

sim::Day next_decision(sim::Day today, sim::GeometricLaw const& law, sim::Stream& draw) noexcept {
    std::uint32_t const failures = law.draw(draw);
    if (failures >= century) return never;
    return sim::Day{today.value + 1 + failures};
}

}  // namespace models
