#include "models/scenario/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/base/check.hpp"

namespace models {

void apportion(std::uint32_t total, std::span<double const> shares,
               std::span<std::uint32_t> parts) {
    SIM_EXPECTS(parts.size() == shares.size());
    double const sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    SIM_EXPECTS(sum > 0.0 && std::isfinite(sum));
    auto const exact = [&](std::size_t i) { return shares[i] / sum * total; };

    std::uint32_t left = total;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // Rounding may lift a sum of floors above the total; never hand out more than there is.
        parts[i] = std::min(static_cast<std::uint32_t>(exact(i)), left);
        left -= parts[i];
    }
    // A part that has gained is above its exact share, so the others come first.
    while (left > 0) {
        std::size_t best = 0;
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            double const remainder = exact(i) - parts[i];
            if (shares[i] > 0.0 && remainder > largest) {
                largest = remainder;
                best = i;
            }
        }
        ++parts[best];
        --left;
    }
}

}  // namespace models
