#include "models/displacement/hop.hpp"

#include <algorithm>

#include "sim/base/check.hpp"

namespace models {
namespace {

constexpr double rounding = 1e-6;  // of a day; forgives what the float columns lose

}  // namespace

Hop hop_after(double duration, float spare_day) noexcept {
    double const missing = duration - static_cast<double>(spare_day);
    double const least = std::max(0.0, missing - rounding);
    auto days = static_cast<std::uint32_t>(least);
    if (days < least) ++days;  // rounded up, without asking the library
    return {days, static_cast<float>(std::clamp(days - missing, 0.0, 1.0))};
}

void wake(World& world, MoverId mover, sim::Day day) {
    SIM_EXPECTS(day >= world.today);
    world.households.movers().due[mover.row] = day;
    world.movers_due.add(mover, day);
}

void begin_hop(World& world, MoverId mover, Hop hop) {
    world.households.movers().spare_day[mover.row] = hop.spare_day;
    wake(world, mover, sim::Day{world.today.value + hop.days});
}

}  // namespace models
