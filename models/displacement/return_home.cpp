#include "models/displacement/return_home.hpp"

#include <algorithm>
#include <cmath>

#include "models/displacement/destination.hpp"
#include "models/displacement/flight.hpp"
#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

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
double factor_of_home(World const& world, ReturnParams const& params, Mover const& mover) noexcept {
    return factor_at(world, params.home, mover.home, mover.community) *
           factor_of_services(world, params, mover.home);
}

}  // namespace

double return_probability(ReturnParams const& params, MoverStatus from, double threat,
                          double takeover, double tenure, double home_factor) noexcept {
    return base_probability(params, from) * home_factor *
           std::exp(-threat / params.threat_scale - takeover / params.takeover_scale -
                    tenure / params.tenure_days);
}

double return_probability(World const& world, ReturnParams const& params,
                          Mover const& mover) noexcept {
    return return_probability(params, mover.status,
                              world.cells.threat.at(mover.home.row, world.today),
                              world.cells.takeover.at(mover.home.row, world.today),
                              static_cast<double>(world.today.value - mover.since.value),
                              factor_of_home(world, params, mover));
}

double most_return_probability(World const& world, ReturnParams const& params,
                               Mover const& mover) noexcept {
    return base_probability(params, mover.status) * factor_of_home(world, params, mover);
}

bool is_way_home_open(World const& world, Mover const& mover) noexcept {
    return is_way_open(world, mover.place, world.map->cells.nearest_place[mover.home.row]);
}

}  // namespace models
