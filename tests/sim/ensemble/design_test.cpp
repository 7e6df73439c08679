#include "sim/ensemble/design.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

namespace sim {
namespace {

DesignParameter values(std::string key, std::vector<double> list) {
    return {.key = std::move(key), .values = std::move(list)};
}

DesignParameter range(double low, double high, Scale scale = Scale::linear) {
    return {.key = "x", .low = low, .high = high, .scale = scale};
}

TEST(ValueAt, FillsARangeEvenlyInTheValueOrItsLogarithm) {
    EXPECT_DOUBLE_EQ(value_at(range(2.0, 4.0), 0.25), 2.5);
    EXPECT_DOUBLE_EQ(value_at(range(0.01, 1.0, Scale::log), 0.5), 0.1);
    EXPECT_DOUBLE_EQ(value_at(range(0.01, 1.0, Scale::log), 0.0), 0.01);
}

TEST(ValueAt, GivesWholeNumbersTheSameShare) {
    DesignParameter const die{.key = "die", .low = 1, .high = 6, .is_whole = true};
    std::vector<int> seen(7);
    for (int i = 0; i < 600; ++i) ++seen[static_cast<std::size_t>(value_at(die, i / 600.0))];
    EXPECT_EQ(seen, (std::vector<int>{0, 100, 100, 100, 100, 100, 100}));
}

TEST(ListDesign, TakesTheValuesTogether) {
    std::vector const parameters{values("a", {1, 2}), values("b", {30, 40})};
    auto const design = list_design(parameters);
    EXPECT_EQ(design.values, (std::vector<double>{1, 30, 2, 40}));
    EXPECT_EQ(design.size(), 2U);
}

TEST(ListDesign, IsOnePointWithoutParameters) {
    auto const design = list_design({});
    EXPECT_EQ(design.size(), 1U);
    EXPECT_TRUE(design.point(0).empty());
}

TEST(GridDesign, HasEveryCombinationTheLastFastest) {
    std::vector const parameters{values("a", {1, 2}), values("b", {5, 6, 7})};
    auto const design = grid_design(parameters);
    EXPECT_EQ(design.values, (std::vector<double>{1, 5, 1, 6, 1, 7, 2, 5, 2, 6, 2, 7}));
}

TEST(LatinHypercube, VisitsEachPartOfEachRangeOnce) {
    std::vector const parameters{range(0, 1), range(0, 1), range(0, 1)};
    auto const design = latin_hypercube(parameters, 101, Seed{7});
    for (std::size_t k = 0; k < 3; ++k) {
        std::set<int> parts;
        for (std::size_t i = 0; i < design.size(); ++i) {
            parts.insert(static_cast<int>(design.point(i)[k] * 101));
        }
        EXPECT_EQ(parts.size(), 101U);
    }
    EXPECT_EQ(design.values, latin_hypercube(parameters, 101, Seed{7}).values);
    EXPECT_NE(design.values, latin_hypercube(parameters, 101, Seed{8}).values);
}

TEST(LatinHypercube, PairsPartsAtRandom) {
    std::vector const parameters{range(0, 1), range(0, 1)};
    auto const design = latin_hypercube(parameters, 1000, Seed{3});
    double sum = 0.0;
    for (std::size_t i = 0; i < 1000; ++i) {
        sum += (design.point(i)[0] - 0.5) * (design.point(i)[1] - 0.5);
    }
    // The correlation of n independent pairs has a standard deviation of n^-1/2.
    EXPECT_LT(std::abs(sum / 1000.0 * 12.0), 5.0 / std::sqrt(1000.0));
}

// The first points of scipy.stats.qmc.Sobol(8, scramble=False), SciPy 1.10.1, which has the same
// direction numbers of Joe and Kuo from another source.
TEST(SobolPoints, AreThoseThatArePublished) {
    std::vector<double> const expected{0,     0,     0,     0,     0,     0,     0,     0,      //
                                       0.5,   0.5,   0.5,   0.5,   0.5,   0.5,   0.5,   0.5,    //
                                       0.75,  0.25,  0.25,  0.25,  0.75,  0.75,  0.25,  0.75,   //
                                       0.25,  0.75,  0.75,  0.75,  0.25,  0.25,  0.75,  0.25,   //
                                       0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875,  //
                                       0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375};
    EXPECT_EQ(sobol_points(6, 8, std::nullopt), expected);
}

TEST(SobolPoints, LieAsEvenlyWhenShifted) {
    auto const points = sobol_points(64, 3, Seed{5});
    EXPECT_NE(points, sobol_points(64, 3, std::nullopt));
    for (std::size_t k = 0; k < 3; ++k) {
        std::set<int> parts;
        for (std::size_t i = 0; i < 64; ++i) {
            parts.insert(static_cast<int>(points[i * 3 + k] * 64));
        }
        EXPECT_EQ(parts.size(), 64U);
    }
}

TEST(SaltelliDesign, HasTheMatricesABAndOneForEachParameter) {
    std::vector const parameters{range(0, 1), range(0, 10), range(0, 100)};
    auto const design = saltelli_design(parameters, 4, Seed{2});
    ASSERT_EQ(design.size(), 4U * (3 + 2));
    auto const shares = sobol_points(4, 6, Seed{2});
    for (std::size_t row = 0; row < 4; ++row) {
        auto const a = design.point(row * 5), b = design.point(row * 5 + 4);
        EXPECT_EQ(design.matrix[row * 5], 0);
        EXPECT_EQ(design.matrix[row * 5 + 4], 1);
        EXPECT_DOUBLE_EQ(a[1], 10 * shares[row * 6 + 1]);
        EXPECT_DOUBLE_EQ(b[1], 10 * shares[row * 6 + 4]);
        for (std::size_t i = 0; i < 3; ++i) {
            auto const mixed = design.point(row * 5 + 1 + i);
            EXPECT_EQ(design.matrix[row * 5 + 1 + i], static_cast<int>(2 + i));
            for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(mixed[j], j == i ? b[j] : a[j]);
        }
    }
}

}  // namespace
}  // namespace sim
