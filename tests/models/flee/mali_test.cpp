// Mali 2012 against 20 runs of Flee 3 itself.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "models/flee/csv_rows.hpp"
#include "models/flee/run.hpp"
#include "tests/models/flee/mali_folder.hpp"

namespace models::flee {
namespace {

namespace fs = std::filesystem;

double mean_error(std::vector<Run> const& runs, double Errors::*error) {
    double sum = 0.0;
    for (auto const& run : runs) sum += run.errors.*error;
    return sum / static_cast<double>(runs.size());
}

class FleeMali : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(mali_folder() / "simsetting.yml")) {
            GTEST_SKIP() << mali_folder()
                         << " is not there: set AZALAI_DATA to the folder above it";
        }
    }
};

TEST_F(FleeMali, CountsAndArrivalsAreThoseOfFlee) {
    auto const instance = load_instance(mali_folder());
    auto const reference = load_csv(mali_folder() / "flee3_reference_hasten10.csv");
    auto const run = run_seeds(instance, 1, 1).front();
    ASSERT_EQ(instance.camps.size(), 7U);
    for (std::uint32_t day = 0; day < instance.days; ++day) {
        auto const& row = reference[day + 1];
        for (std::size_t camp = 0; camp < 7; ++camp) {
            ASSERT_EQ(reference[0].cell(3 * camp + 3),
                      instance.places.name[instance.camps[camp]] + "_data");
            EXPECT_EQ(instance.documented(day, camp), row.integer(3 * camp + 3, "data")) << day;
        }
        EXPECT_EQ(run.agents[day], row.integer(22, "total_sim")) << day;
    }
    EXPECT_EQ(run.agents.back(), 8996);
    // Flee's own raw count is 11003 on the last day: it has the total of day 0 twice.
    EXPECT_EQ(instance.counts.registered.back(), 8996);
    EXPECT_EQ(instance.counts.debt.back(), 0);
}

TEST_F(FleeMali, CampsHoldAsManyAsUnderFlee) {
    auto const instance = load_instance(mali_folder());
    auto const reference = load_csv(mali_folder() / "flee3_reference_hasten10.csv");
    auto const runs = run_seeds(instance, 1, 20);
    for (std::size_t const day : {60U, 120U, 180U, 240U, 299U}) {
        for (std::size_t camp = 0; camp < 7; ++camp) {
            double sum = 0.0;
            double squares = 0.0;
            for (auto const& run : runs) sum += run.counts(instance).at(day, camp);
            double const mean = sum / 20.0;
            for (auto const& run : runs) {
                squares += std::pow(run.counts(instance).at(day, camp) - mean, 2);
            }
            auto const& row = reference[day + 1];
            double const sd = std::max(row.number(3 * camp + 2, "sd"), std::sqrt(squares / 19.0));
            EXPECT_NEAR(mean, row.number(3 * camp + 1, "mean"), 4.0 * sd * std::sqrt(0.1))
                << instance.places.name[instance.camps[camp]] << ", day " << day;
        }
    }
    EXPECT_NEAR(mean_error(runs, &Errors::rescaled), 0.309, 0.01);
    EXPECT_NEAR(mean_error(runs, &Errors::normal), 0.355, 0.01);
}

TEST_F(FleeMali, WithoutCapacitiesItIsFarOff) {
    auto const instance = load_instance(mali_folder(), {.capacities = Capacities::none});
    auto const runs = run_seeds(instance, 1, 10);
    EXPECT_NEAR(mean_error(runs, &Errors::rescaled), 0.876, 0.015);
    EXPECT_NEAR(mean_error(runs, &Errors::normal), 0.895, 0.015);
}

}  // namespace
}  // namespace models::flee
