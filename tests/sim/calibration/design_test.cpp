#include "sim/calibration/design.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace sim::calibration {
namespace {

Draws const draws{Seed{11}, Purpose{3}};

TEST(UniformPoints, CanBeMadeInParts) {
    Points const whole = uniform_points(draws, 0, 10, 3);
    Points parts = uniform_points(draws, 0, 4, 3);
    Points const rest = uniform_points(draws, 4, 6, 3);
    parts.values.insert(parts.values.end(), rest.values.begin(), rest.values.end());
    EXPECT_EQ(whole, parts);
    EXPECT_NE(whole, uniform_points(draws, 0, 10, 3, 1));
}

TEST(LatinHypercube, HasOnePointPerSlice) {
    for (Points const& points :
         {latin_hypercube(draws, 37, 5), spread_latin_hypercube(draws, 37, 5, 20)}) {
        for (std::size_t j = 0; j < 5; ++j) {
            std::set<int> slices;
            for (std::size_t i = 0; i < 37; ++i) {
                slices.insert(static_cast<int>(points.row(i)[j] * 37.0));
            }
            EXPECT_EQ(slices.size(), 37U);
        }
    }
}

TEST(SpreadLatinHypercube, IsNoWorseThanTheFirst) {
    auto const nearest = [](Points const& points) {
        double least = 1e9;
        for (std::size_t i = 0; i < points.rows(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                double sum = 0.0;
                for (std::size_t j = 0; j < points.columns; ++j) {
                    sum += std::pow(points.row(i)[j] - points.row(k)[j], 2);
                }
                least = std::min(least, sum);
            }
        }
        return least;
    };
    EXPECT_GT(nearest(spread_latin_hypercube(draws, 20, 2, 50)),
              nearest(latin_hypercube(draws, 20, 2)));
}

TEST(Points, ChecksTheLengthOfRows) {
    Points points{2, {}};
    std::vector<double> const row{1.0, 2.0, 3.0};
    EXPECT_THROW(points.add(row), ContractError);
    EXPECT_EQ(Points{}.rows(), 0U);
}

}  // namespace
}  // namespace sim::calibration
