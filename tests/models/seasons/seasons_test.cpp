#include "models/seasons/seasons.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"
#include "sim/config/toml_file.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

SeasonsParams params() {
    SeasonsParams params;
    params.lean[6] = 0.3;  // July
    params.lean[7] = 0.2;
    return params;
}

double hunger_on(World& world, SeasonsProcess const& process, sim::Date date) {
    world.today = sim::Day{static_cast<std::uint32_t>(sim::days_between(world.first_day, date))};
    process(world);
    return world.cells.hunger(sim::CellId{7});
}

TEST(Seasons, BringHungerInTheirMonthsAndTakeItAway) {
    World world = small_war();
    EXPECT_DOUBLE_EQ(world.cells.hunger(sim::CellId{7}), 0.0);
    SeasonsProcess const process{params(), *world.map};
    EXPECT_DOUBLE_EQ(hunger_on(world, process, sim::make_date(2012, 6, 30)), 0.0);
    EXPECT_NEAR(hunger_on(world, process, sim::make_date(2012, 7, 1)), 0.3, 1e-6);
    EXPECT_NEAR(hunger_on(world, process, sim::make_date(2012, 7, 31)), 0.3, 1e-6);
    EXPECT_NEAR(hunger_on(world, process, sim::make_date(2012, 8, 1)), 0.2, 1e-6);
    EXPECT_DOUBLE_EQ(hunger_on(world, process, sim::make_date(2012, 9, 1)), 0.0);
    EXPECT_NEAR(hunger_on(world, process, sim::make_date(2013, 7, 1)), 0.3, 1e-6);  // not 0.6
}

TEST(Seasons, DoNotAddToAFamine) {
    World world = small_war();
    SeasonsProcess const process{params(), *world.map};
    world.cells.food_stress.assign(world.cells.food_stress.size(), 0.7F);
    EXPECT_NEAR(hunger_on(world, process, sim::make_date(2012, 7, 1)), 0.7, 1e-6);
    EXPECT_FLOAT_EQ(world.cells.food_stress[7], 0.7F);
}

TEST(Seasons, BeginARunInItsMiddle) {
    World world = small_war();
    world.first_day = sim::make_date(2012, 7, 17);
    SeasonsProcess{params(), *world.map}(world);
    EXPECT_NEAR(world.cells.hunger(sim::CellId{7}), 0.3, 1e-6);
}

TEST(Seasons, KeepToTheirRegions) {
    auto with = params();
    with.regions = {"Region"};
    World world = small_war();
    SeasonsProcess const process{with, *world.map};
    EXPECT_NEAR(hunger_on(world, process, sim::make_date(2012, 7, 1)), 0.3, 1e-6);
    with.regions = {"Nowhere"};
    EXPECT_THROW((SeasonsProcess{with, *world.map}), sim::InputError);
}

TEST(ReadSeasonsParams, WantsTwelveMonths) {
    std::string const good = "lean = [0, 0, 0, 0, 0, 0.1, 0.2, 0, 0, 0, 0, 0]\nregions = []\n";
    auto const root = sim::TomlFile::parse(good, "t").root();
    EXPECT_DOUBLE_EQ(read_seasons_params(root).lean[6], 0.2);
    root.finish();
    EXPECT_THROW(static_cast<void>(read_seasons_params(
                     sim::TomlFile::parse("lean = [0.1]\nregions = []\n", "t").root())),
                 sim::InputError);
}

}  // namespace
}  // namespace models::testing
