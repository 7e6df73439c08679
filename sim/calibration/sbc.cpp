#include "sim/calibration/sbc.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/check.hpp"
#include "sim/calibration/normal_law.hpp"

namespace sim::calibration {

std::uint32_t rank_of(double truth, std::span<double const> draws, double u) {
    SIM_EXPECTS(u >= 0.0 && u < 1.0);
    std::uint32_t below = 0, equal = 0;
    for (double const draw : draws) {
        if (draw < truth) ++below;
        if (draw == truth) ++equal;
    }
    return below + static_cast<std::uint32_t>(u * (equal + 1.0));
}

Uniformity uniformity(std::span<std::uint32_t const> ranks, std::uint32_t draws,
                      std::uint32_t bins) {
    SIM_EXPECTS(!ranks.empty() && bins >= 2 && (draws + 1) % bins == 0);
    Uniformity result;
    result.counts.resize(bins);
    for (std::uint32_t const rank : ranks) {
        SIM_EXPECTS(rank <= draws);
        ++result.counts[rank / ((draws + 1) / bins)];
    }
    double const expected = static_cast<double>(ranks.size()) / bins;
    for (std::uint32_t const count : result.counts) {
        result.statistic += (count - expected) * (count - expected) / expected;
    }
    result.p_value = chi_square_tail(result.statistic, bins - 1.0);
    return result;
}

Coverage coverage(std::span<std::uint32_t const> ranks, std::uint32_t draws, double level) {
    SIM_EXPECTS(!ranks.empty() && level > 0.0 && level < 1.0);
    double const places = draws + 1.0;
    // Ranks from `left_out` to draws - left_out are inside; at least the middle one is.
    double const wanted = std::floor(0.5 * places * (1.0 - level) + 0.5);
    double const left_out = std::min(wanted, std::floor(0.5 * draws));
    auto const inside = std::count_if(ranks.begin(), ranks.end(), [&](std::uint32_t rank) {
        SIM_EXPECTS(rank <= draws);
        return rank >= left_out && rank <= draws - left_out;
    });
    double const n = static_cast<double>(ranks.size());
    double const share = static_cast<double>(inside) / n;
    double const z = normal_quantile(0.975), part = z * z / n;
    double const middle = (share + 0.5 * part) / (1.0 + part);
    double const reach = z * std::sqrt(share * (1.0 - share) / n + 0.25 * part / n) / (1.0 + part);
    return {(places - 2.0 * left_out) / places, share, middle - reach, middle + reach};
}

}  // namespace sim::calibration
