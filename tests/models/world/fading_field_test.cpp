#include "models/world/fading_field.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace models {

TEST(FadingField, FallsByOneEthInItsMemory) {
    FadingField field{3, 30.0, 0.01};
    field.add(1, 2.0, sim::Day{10});
    EXPECT_DOUBLE_EQ(field.at(1, sim::Day{10}), 2.0);
    EXPECT_NEAR(field.at(1, sim::Day{40}), 2.0 * std::exp(-1.0), 1e-12);
    EXPECT_EQ(field.at(0, sim::Day{40}), 0.0);
}

TEST(FadingField, AddsToWhatIsLeft) {
    FadingField field{1, 30.0, 0.01};
    field.add(0, 2.0, sim::Day{0});
    field.add(0, 1.0, sim::Day{30});
    EXPECT_NEAR(field.at(0, sim::Day{30}), 1.0 + 2.0 * std::exp(-1.0), 1e-12);
}

TEST(FadingField, ListsARowOnceUntilItHasFaded) {
    FadingField field{5, 10.0, 0.1};
    field.add(4, 1.0, sim::Day{0});
    field.add(2, 0.2, sim::Day{0});
    field.add(4, 1.0, sim::Day{1});
    auto const active = [&] {
        return std::vector<std::uint32_t>(field.active().begin(), field.active().end());
    };
    EXPECT_EQ(active(), (std::vector<std::uint32_t>{4, 2}));
    field.prune(sim::Day{10});
    EXPECT_EQ(active(), (std::vector<std::uint32_t>{4}));
    EXPECT_TRUE(field.is_active(4));
    EXPECT_FALSE(field.is_active(2));
    EXPECT_EQ(field.at(2, sim::Day{10}), 0.0);
    field.add(2, 1.0, sim::Day{11});
    EXPECT_EQ(active(), (std::vector<std::uint32_t>{4, 2}));
}

TEST(FadingField, RefusesMemoryAndThresholdsThatAreNotPositive) {
    EXPECT_THROW((FadingField{1, 0.0, 0.1}), sim::ContractError);
    EXPECT_THROW((FadingField{1, 1.0, 0.0}), sim::ContractError);
}

}  // namespace models
