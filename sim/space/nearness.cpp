#include "sim/space/nearness.hpp"

#include <cmath>

#include "sim/base/check.hpp"

namespace sim {

Nearness::Nearness(Neighbourhoods const& nearby, double scale_km) {
    SIM_EXPECTS(scale_km > 0.0);
    nearness_.reserve(nearby.run_distances_km().size());
    for (float const km : nearby.run_distances_km()) nearness_.push_back(std::exp(-km / scale_km));
}

}  // namespace sim
