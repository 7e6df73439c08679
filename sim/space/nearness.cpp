#include "sim/space/nearness.hpp"

#include <cmath>
#include <cstdint>

#include "sim/base/check.hpp"

namespace sim {

Nearness::Nearness(Neighbourhoods const& nearby, double scale_km) {
    SIM_EXPECTS(scale_km > 0.0);
    first_.reserve(nearby.size() + 1);
    nearness_.reserve(nearby.total());
    first_.push_back(0);
    for (std::uint32_t cell = 0; cell < nearby.size(); ++cell) {
        for (float const km : nearby.distances_km(CellId{cell})) {
            nearness_.push_back(std::exp(-km / scale_km));
        }
        first_.push_back(nearness_.size());
    }
}

}  // namespace sim
