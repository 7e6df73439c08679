#include <gtest/gtest.h>

#include "tests/models/scenario/small_country.hpp"

namespace models {
namespace {

using test::SmallCountry;

TEST(Grid, NumbersTheSimulatedCountryFirst) {
    auto const map = SmallCountry{}.load().map;
    EXPECT_EQ(map->countries, (std::vector<std::string>{"Aland", "Bland"}));
    EXPECT_EQ(map->regions, (std::vector<std::string>{"South", "North"}));
    EXPECT_EQ(map->cercles, (std::vector<std::string>{"S1", "N1"}));
    ASSERT_EQ(map->grid.size(), 6U);
    EXPECT_EQ(map->cells.population[1], 2001U);
    EXPECT_EQ(map->cells.region[2], no_region);
    EXPECT_EQ(map->cells.region[3].row, 1U);
}

TEST(Places, LieInTheCellOfTheirPosition) {
    auto const map = SmallCountry{}.load().map;
    EXPECT_EQ(map->places.cell[0].row, 0U);
    EXPECT_EQ(map->places.cell[3].row, 5U);
    EXPECT_EQ(map->places.region[1].row, 1U);
    EXPECT_EQ(map->places.region[2], no_region);
}

TEST(Places, BeyondTheGridStandInTheNearestCell) {
    auto const map = SmallCountry{}.load().map;
    EXPECT_EQ(map->places.cell[5].row, 5U);
}

TEST(Places, OpenAndCloseOnDaysOfTheRun) {
    auto const map = SmallCountry{}.load().map;
    EXPECT_EQ(map->places.opens[3].value, 31U);   // 1 February
    EXPECT_EQ(map->places.closes[3].value, 61U);  // 2 March 2012: 1 March is its last day
    EXPECT_EQ(map->places.opens[0].value, 0U);
    EXPECT_EQ(map->places.closes[0], never);
    EXPECT_EQ(map->places.capacity[3], 500U);
    EXPECT_EQ(map->places.capacity[0], 0U);
}

TEST(Geography, CellsReachTheRoutesAtATownOfTheirCountryThatHasOne) {
    auto const map = SmallCountry{}.load().map;
    // Epsilon lies in cell 4 and has no route; Beta is next.
    EXPECT_EQ(map->cells.nearest_place[4].row, 1U);
    EXPECT_NEAR(map->cells.nearest_place_km[4], 109.0, 0.5);
    EXPECT_EQ(map->cells.nearest_place[0].row, 0U);
    EXPECT_NEAR(map->cells.nearest_place_km[0], 0.0, 1e-3);
    // Delta lies in cell 5 and is a camp; Gamma is next.
    EXPECT_EQ(map->cells.nearest_place[5].row, 2U);
}

TEST(Geography, KnowsPathsAndNeighbours) {
    auto const map = SmallCountry{}.load().map;
    EXPECT_DOUBLE_EQ(map->paths.distance_km(sim::NodeId{1}, sim::NodeId{3}), 120 + 240 + 115);
    EXPECT_EQ(map->nearby.cells(sim::CellId{0}).size(), 3U);  // itself, east and north
    EXPECT_DOUBLE_EQ(map->nearby_km, 120.0);
}

TEST(Closures, CloseRoutesBetweenDaysAndForgetThePast) {
    auto const map = SmallCountry{}.load().map;
    ASSERT_EQ(map->closures.size(), 2U);
    EXPECT_EQ(map->closures[0].route.row, 1U);
    EXPECT_EQ(map->closures[0].from.value, 9U);
    EXPECT_EQ(map->closures[0].until.value, 19U);
    EXPECT_EQ(map->closures[1].route.row, 0U);
    EXPECT_EQ(map->closures[1].until, never);
}

TEST(Actors, KeepWhatTheTableSays) {
    auto const actors = SmallCountry{}.load().actors;
    ASSERT_EQ(actors.size(), 3U);
    EXPECT_EQ(actors[0].actor_class, ActorClass::state);
    EXPECT_TRUE(actors[0].has_aircraft);
    EXPECT_EQ(actors[0].bases, (PlaceWeights{{PlaceId{0}, 3.0}, {PlaceId{1}, 1.0}}));
    EXPECT_DOUBLE_EQ(actors[1].strength_low, 300.0);
    EXPECT_EQ(actors[2].ends, sim::make_date(2012, 10, 31));
}

TEST(Forces, ComeInOrderOfTheirDays) {
    auto const forces = SmallCountry{}.load().forces;
    ASSERT_EQ(forces.size(), 3U);
    EXPECT_EQ(forces[0].day, 0);
    EXPECT_EQ(forces[1].day, 31);
    EXPECT_EQ(forces[2].day, 91);
    EXPECT_EQ(forces[2].shares, (PlaceWeights{{PlaceId{0}, 0.5}, {PlaceId{1}, 0.5}}));
}

TEST(Timeline, IsOrderedAndCountedFromTheFirstDay) {
    auto const timeline = SmallCountry{}.load().timeline;
    ASSERT_EQ(timeline.size(), 6U);
    EXPECT_EQ(timeline[0].id, "drought");
    EXPECT_EQ(timeline[0].begins, -214);
    EXPECT_EQ(timeline[0].ends, 91);  // 31 March is its last day
    EXPECT_EQ(timeline[0].region.row, 1U);
    EXPECT_EQ(timeline[2].place.row, 1U);
    EXPECT_EQ(timeline[5].agreement, AgreementKind::cessation);
    EXPECT_FALSE(timeline[5].holds);
}

TEST(Timeline, TakesTheStrengthOfAnActorThatStartsFromItsTable) {
    auto const timeline = SmallCountry{}.load().timeline;
    EXPECT_EQ(timeline[4].effect, Effect::actor_start);
    EXPECT_EQ(timeline[4].value, 50.0);
}

TEST(Figures, KeepWhatTheTableSays) {
    auto const figures = SmallCountry{}.load().figures;
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0].quantity, FigureQuantity::deaths);
    EXPECT_EQ(figures[0].side, FigureSide::all);
    EXPECT_EQ(figures[0].bound, FigureBound::at_least);
    EXPECT_EQ(figures[0].central, 100.0);
    EXPECT_EQ(figures[1].side, FigureSide::not_applicable);
    EXPECT_EQ(figures[1].use, FigureUse::check);
    EXPECT_FALSE(figures[1].low.has_value());
    EXPECT_EQ(figures[1].place.row, 1U);
}

TEST(Figures, CanBeAboutRegions) {
    auto const figures =
        SmallCountry{}
            .append("figures.csv",
                    "I-2012,idps,,idps,2012-06-30,2012-06-30,,40,,persons,Somebody,S2,check,cmp,,,"
                    "Aland,region:North;South\n")
            .load()
            .figures;
    EXPECT_EQ(figures[2].place, no_place);
    EXPECT_EQ(figures[2].regions, (std::vector<RegionId>{RegionId{1}, RegionId{0}}));
    EXPECT_TRUE(figures[1].regions.empty());
}

TEST(RegistrationTable, KeepsWhatItSaysAndMayBeMissing) {
    SmallCountry country;
    EXPECT_TRUE(country.load().registrations.verifications().empty());
    auto const scenario =
        country
            .add("registrations.csv",
                 "place,verified_on,counted_before,counted_after,note_source\n"
                 "delta,2012-06-01,300,200,x\ngamma,2012-05-01,50,40,x\ndelta,2012-09-01,90,99,x\n")
            .replace("small.toml", "[world]", "[world]\nregistrations = \"registrations.csv\"")
            .load();
    auto const& lists = scenario.registrations;
    ASSERT_EQ(lists.verifications().size(), 3U);
    EXPECT_EQ(lists.verifications()[0].place, PlaceId{3});
    EXPECT_EQ(lists.verifications()[1].verified_on, sim::make_date(2012, 5, 1));
    EXPECT_DOUBLE_EQ(lists.factor(PlaceId{3}, sim::make_date(2012, 5, 31)), 1.5 * 90.0 / 99.0);
    EXPECT_DOUBLE_EQ(lists.factor(PlaceId{3}, sim::make_date(2012, 6, 1)), 90.0 / 99.0);
    EXPECT_DOUBLE_EQ(lists.factor(PlaceId{2}, sim::make_date(2012, 1, 1)), 1.25);
    EXPECT_EQ(scenario.inputs.size(), 11U);
    EXPECT_NE(summary(scenario).find("3 verifications"), std::string::npos);
}

TEST(RegistrationTable, ACountryStandsForItsPlacesThatHaveNoRow) {
    auto const lists =
        SmallCountry{}
            .add("registrations.csv",
                 "place,verified_on,counted_before,counted_after,note_source\n"
                 "country:Bland,2012-05-01,300,100,x\ndelta,2012-06-01,150,100,x\n")
            .replace("small.toml", "[world]", "[world]\nregistrations = \"registrations.csv\"")
            .load()
            .registrations;
    auto const january = sim::make_date(2012, 1, 1);
    EXPECT_EQ(lists.factor(PlaceId{0}, january), 1.0);  // at home
    EXPECT_EQ(lists.factor(PlaceId{2}, january), 3.0);
    EXPECT_EQ(lists.factor(PlaceId{3}, january), 1.5);
    EXPECT_EQ(lists.factor(PlaceId{5}, january), 3.0);
    EXPECT_EQ(lists.factor(PlaceId{5}, sim::make_date(2012, 5, 1)), 1.0);
}

TEST(Communities, AreSharesByRegion) {
    auto const shares = SmallCountry{}.load().communities;
    EXPECT_EQ(shares[0][static_cast<std::size_t>(Community::bambara)], 0.75);
    EXPECT_EQ(shares[1][static_cast<std::size_t>(Community::songhai)], 1.0);
    EXPECT_EQ(shares[1][static_cast<std::size_t>(Community::tuareg)], 0.0);
}

}  // namespace
}  // namespace models
