#include "sim/calibration/design.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace sim::calibration {

namespace {

double squared_distance(std::span<double const> a, std::span<double const> b) {
    double sum = 0.0;
    for (std::size_t j = 0; j < a.size(); ++j) sum += (a[j] - b[j]) * (a[j] - b[j]);
    return sum;
}

double nearest_pair(Points const& points) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < points.rows(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            nearest = std::min(nearest, squared_distance(points.row(i), points.row(k)));
        }
    }
    return nearest;
}

}  // namespace

Points uniform_points(Draws draws, std::size_t first, std::size_t rows, std::size_t columns,
                      std::uint32_t series) {
    SIM_EXPECTS(columns >= 1 && first + rows <= (std::size_t{1} << 32));
    Points points = zero_points(rows, columns);
    for (std::size_t i = 0; i < rows; ++i) {
        Stream draw{draws.seed, draws.purpose, static_cast<std::uint32_t>(first + i), Day{series}};
        for (double& value : points.row(i)) value = draw.uniform();
    }
    return points;
}

Points latin_hypercube(Draws draws, std::size_t rows, std::size_t columns, std::uint32_t series) {
    SIM_EXPECTS(rows >= 1 && rows < (std::size_t{1} << 32) && columns >= 1);
    Points points = zero_points(rows, columns);
    std::vector<std::uint32_t> slices(rows);
    for (std::size_t j = 0; j < columns; ++j) {
        Stream draw{draws.seed, draws.purpose, static_cast<std::uint32_t>(j), Day{series}};
        std::iota(slices.begin(), slices.end(), 0U);
        for (std::size_t i = rows - 1; i > 0; --i) {
            std::swap(slices[i], slices[draw.below(static_cast<std::uint32_t>(i + 1))]);
        }
        for (std::size_t i = 0; i < rows; ++i) {
            points.row(i)[j] = (slices[i] + draw.uniform()) / static_cast<double>(rows);
        }
    }
    return points;
}

Points spread_latin_hypercube(Draws draws, std::size_t rows, std::size_t columns,
                              std::uint32_t tries) {
    SIM_EXPECTS(tries >= 1);
    Points best = latin_hypercube(draws, rows, columns, 0);
    double best_distance = nearest_pair(best);
    for (std::uint32_t series = 1; series < tries; ++series) {
        Points next = latin_hypercube(draws, rows, columns, series);
        double const distance = nearest_pair(next);
        if (distance > best_distance) {
            best = std::move(next);
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace sim::calibration
