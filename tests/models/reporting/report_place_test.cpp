#include "models/reporting/report_place.hpp"

#include <gtest/gtest.h>

#include "models/purposes.hpp"
#include "tests/models/reporting/reporting_world.hpp"

namespace models {
namespace {

using namespace testing;

constexpr int draws = 10'000;

class ReportPlacesTest : public ::testing::Test {
  protected:
    ReportPlacesTest() : map_{towns_and_villages()}, params_{perfect_observers()} {}

    sim::CellId town_cell(std::uint32_t town) const { return map_->places.cell[town]; }

    ReportedPlace place(sim::CellId cell, std::uint32_t entity = 0) const {
        sim::Stream draw{sim::Seed{1}, purpose::report_acled, entity, sim::Day{0}};
        return ReportPlaces{params_, *map_}.place_of(cell, draw);
    }

    std::shared_ptr<Geography const> map_;
    ReportingParams params_;
    sim::CellId const village_{3};
};

TEST_F(ReportPlacesTest, KnowTheCapitalOfTheCercle) {
    ReportPlaces const places{params_, *map_};
    EXPECT_TRUE(places.is_capital(town_cell(1)));
    EXPECT_FALSE(places.is_capital(town_cell(0)));
    EXPECT_FALSE(places.is_capital(village_));
}

TEST_F(ReportPlacesTest, NameATownOrTheCell) {
    auto const in_town = place(town_cell(2));
    EXPECT_EQ(in_town.place, PlaceId{2});
    EXPECT_EQ(in_town.at, map_->places.at[2]);
    EXPECT_EQ(in_town.precision, 1);
    auto const in_village = place(village_);
    EXPECT_EQ(in_village.place, no_place);
    EXPECT_EQ(in_village.at, map_->grid.centre(village_));
    EXPECT_EQ(in_village.precision, 1);
}

TEST_F(ReportPlacesTest, TakeTheNearestTownOrTheRegionsOwn) {
    params_.precise_elsewhere = 0.4;
    params_.region_precision = 0.1;
    std::array<int, 4> count{};
    for (std::uint32_t i = 0; i < draws; ++i) {
        auto const where = place(village_, i);
        ++count[where.precision];
        if (where.precision == 2) {
            EXPECT_EQ(where.place, map_->cells.nearest_place[village_.row]);
        }
        if (where.precision == 3) {
            EXPECT_EQ(where.place, PlaceId{2});
            EXPECT_EQ(where.cell, town_cell(2));
        }
    }
    EXPECT_NEAR(count[1] / double{draws}, 0.4, 0.02);
    EXPECT_NEAR(count[2] / double{draws}, 0.54, 0.02);
    EXPECT_NEAR(count[3] / double{draws}, 0.06, 0.01);
}

TEST_F(ReportPlacesTest, PutWhatHasNoPlaceInTheLargestTown) {
    EXPECT_EQ(ReportPlaces(params_, *map_).national_capital().place, PlaceId{3});
}

}  // namespace
}  // namespace models
