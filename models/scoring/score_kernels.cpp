#include "models/scoring/score_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/check.hpp"

namespace models {

namespace {

// The sum over all pairs |x - x'| is 2 sum_i (2 i - n + 1) x_i with x sorted and i from 0.
template <class Function>
double crps_of(std::span<std::uint32_t const> sorted, std::uint32_t observed,
               Function const& value_of) {
    SIM_EXPECTS(!sorted.empty());
    auto const n = static_cast<double>(sorted.size());
    double const y = value_of(observed);
    double distance = 0.0;
    double spread = 0.0;
    double weight = 1.0 - n;
    std::uint32_t count = sorted.front();
    double x = value_of(count);
    for (auto const draw : sorted) {
        if (draw != count) {
            count = draw;
            x = value_of(draw);
        }
        distance += std::abs(x - y);
        spread += weight * x;
        weight += 2.0;
    }
    return distance / n - spread / (n * n);
}

}  // namespace

double crps(std::span<std::uint32_t const> sorted, std::uint32_t observed) {
    return crps_of(sorted, observed,
                   [](std::uint32_t count) { return static_cast<double>(count); });
}

double crps_log1p(std::span<std::uint32_t const> sorted, std::uint32_t observed) {
    return crps_of(sorted, observed, [](std::uint32_t count) { return std::log1p(count); });
}

std::size_t ignorance_bin(std::uint32_t count) noexcept {
    auto const above = std::ranges::upper_bound(ignorance_edges, static_cast<double>(count));
    return static_cast<std::size_t>(above - ignorance_edges.begin()) - 1;
}

double ignorance(std::span<std::uint32_t const> draws, std::uint32_t observed) {
    auto const bin = ignorance_bin(observed);
    double const low = ignorance_edges[bin];
    double const high = bin + 1 < ignorance_edges.size() ? ignorance_edges[bin + 1]
                                                         : std::numeric_limits<double>::infinity();
    auto const inside = std::ranges::count_if(
        draws, [low, high](std::uint32_t draw) { return draw >= low && draw < high; });
    auto const all = static_cast<double>(draws.size() + ignorance_edges.size());
    return -std::log2((static_cast<double>(inside) + 1.0) / all);
}

double quantile(std::span<std::uint32_t const> sorted, double p) {
    SIM_EXPECTS(!sorted.empty() && p >= 0.0 && p <= 1.0);
    double const place = p * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const above = std::min(below + 1, sorted.size() - 1);
    double const low = sorted[below];
    return low + (place - static_cast<double>(below)) * (sorted[above] - low);
}

CentralInterval central_interval(std::span<std::uint32_t const> sorted, double alpha) {
    return {.lower = quantile(sorted, alpha / 2.0), .upper = quantile(sorted, 1.0 - alpha / 2.0)};
}

double interval_score(CentralInterval const& interval, double alpha, double observed) noexcept {
    double const below = std::max(interval.lower - observed, 0.0);
    double const above = std::max(observed - interval.upper, 0.0);
    return interval.upper - interval.lower + 2.0 / alpha * (below + above);
}

}  // namespace models
