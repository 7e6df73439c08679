#include "sim/calibration/region_sample.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

constexpr std::uint32_t block = 1'024;             // candidates tested at once
constexpr std::uint32_t chain_series = 1U << 30U;  // draws of chains, after those of candidates

/// Which of the points the region contains.
std::vector<char> inside(Region const& region, Points const& points) {
    std::vector<char> result(points.rows());
    for_rows(static_cast<std::uint32_t>(result.size()),
             [&](std::uint32_t i) noexcept { result[i] = region.contains(points.row(i)) ? 1 : 0; });
    return result;
}

Points only_inside(Region const& region, Points const& points) {
    auto const is_inside = inside(region, points);
    Points result{points.columns, {}};
    for (std::size_t i = 0; i < is_inside.size(); ++i) {
        if (is_inside[i]) result.add(points.row(i));
    }
    return result;
}

/// The direction of one step: an axis, or the difference of two starting points.
std::vector<double> direction(Stream& draw, Points const& starts, std::uint32_t step) {
    std::vector<double> along(starts.columns, 0.0);
    auto const n = static_cast<std::uint32_t>(starts.rows());
    if (step % 2 == 1 && n > 1) {
        auto const a = starts.row(draw.below(n)), b = starts.row(draw.below(n));
        for (std::size_t j = 0; j < along.size(); ++j) along[j] = a[j] - b[j];
    } else {
        along[draw.below(static_cast<std::uint32_t>(along.size()))] = 1.0;
    }
    return along;
}

/// The shares t for which point + t * along stays in the cube: first < 0 < last, or both 0.
std::pair<double, double> chord(std::span<double const> point, std::span<double const> along) {
    double first = -std::numeric_limits<double>::infinity();
    double last = std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < point.size(); ++j) {
        if (along[j] == 0.0) continue;
        double const to_low = -point[j] / along[j], to_high = (1.0 - point[j]) / along[j];
        first = std::max(first, std::min(to_low, to_high));
        last = std::min(last, std::max(to_low, to_high));
    }
    return std::isfinite(first) && std::isfinite(last) ? std::pair{first, last} : std::pair{0., 0.};
}

/// One slice step: uniform on the chord, drawn in towards the point until it is in the region.
void slice(Stream& draw, Region const& region, std::span<double const> along,
           std::vector<double>& point) {
    auto [first, last] = chord(point, along);
    std::vector<double> moved(point.size());
    while (last - first > 1e-12) {
        double const t = first + draw.uniform() * (last - first);
        for (std::size_t j = 0; j < point.size(); ++j) {
            moved[j] = std::clamp(point[j] + t * along[j], 0.0, 1.0);
        }
        if (region.contains(moved)) {
            point = moved;
            return;
        }
        (t < 0.0 ? first : last) = t;
    }
}

/// Ends of \p count chains.
Points run_chains(Draws draws, std::uint32_t round, Region const& region, Points const& starts,
                  std::uint32_t count, std::uint32_t steps) {
    Points ends = zero_points(count, starts.columns);
    for_rows(count, [&](std::uint32_t chain) noexcept {
        Stream draw{draws.seed, draws.purpose, chain, Day{chain_series + round}};
        auto const start = starts.row(chain % starts.rows());
        std::vector<double> point(start.begin(), start.end());
        for (std::uint32_t step = 0; step < steps; ++step) {
            slice(draw, region, direction(draw, starts, step), point);
        }
        std::copy(point.begin(), point.end(), ends.row(chain).begin());
    });
    return ends;
}

}  // namespace

RegionSample sample_region(Draws draws, std::uint32_t round, Region const& region,
                           Points const& known, RegionSampleOptions const& options) {
    SIM_EXPECTS(round < chain_series && known.columns >= 1);
    SIM_EXPECTS(options.wanted >= 1 && options.candidates >= 1 && options.steps >= 1);
    RegionSample sample{{known.columns, {}}, 0, 0};
    while (sample.candidates < options.candidates && sample.points.rows() < options.wanted) {
        std::uint32_t const rows = std::min(block, options.candidates - sample.candidates);
        Points const found = only_inside(
            region, uniform_points(draws, sample.candidates, rows, known.columns, round));
        sample.candidates += rows;
        sample.accepted += static_cast<std::uint32_t>(found.rows());
        sample.points.values.insert(sample.points.values.end(), found.values.begin(),
                                    found.values.end());
    }
    sample.points.values.resize(std::min<std::size_t>(sample.points.rows(), options.wanted) *
                                known.columns);
    if (sample.points.rows() == options.wanted) return sample;

    Points starts = only_inside(region, known);
    starts.values.insert(starts.values.begin(), sample.points.values.begin(),
                         sample.points.values.end());
    if (starts.rows() == 0) return sample;
    auto const missing = options.wanted - static_cast<std::uint32_t>(sample.points.rows());
    Points const ends = run_chains(draws, round, region, starts, missing, options.steps);
    sample.points.values.insert(sample.points.values.end(), ends.values.begin(), ends.values.end());
    return sample;
}

Points farthest_points(Points const& points, std::size_t count) {
    if (points.rows() <= count) return points;
    Points chosen{points.columns, {}};
    std::vector<double> nearest(points.rows(), std::numeric_limits<double>::infinity());
    std::size_t next = 0;
    while (chosen.rows() < count) {
        chosen.add(points.row(next));
        for (std::size_t i = 0; i < points.rows(); ++i) {
            double squared = 0.0;
            for (std::size_t j = 0; j < points.columns; ++j) {
                double const along = points.row(i)[j] - points.row(next)[j];
                squared += along * along;
            }
            nearest[i] = std::min(nearest[i], squared);
        }
        next = static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) -
                                        nearest.begin());
    }
    return chosen;
}

}  // namespace sim::calibration
