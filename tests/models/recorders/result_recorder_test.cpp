#include "models/recorders/result_recorder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <numeric>

#include "models/recorders/result_format.hpp"
#include "models/recorders/totals_recorder.hpp"
#include "models/world/people.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/models/small_war.hpp"

namespace models {
namespace {

using namespace testing;
using Counts = std::vector<std::int32_t>;

/// Three days of a made-up war, recorded: each day one household leaves home for town 1, and rebels
/// kill two soldiers in town 2; on day 1 rebels and foreigners become neutral, on day 2 rebels hold
/// town 3. Rebels hold three hostages, have freed one and hold six soldiers; they have money, arms
/// and a pact in cell 7, where people hold a grievance and services are gone from day 1 on.
class ThreeDays : public ::testing::Test {
  protected:
    ThreeDays() {
        World world = small_war();
        add_unit(world, rebels, 2, 40);
        add_unit(world, state, 0, 100);
        give_means(world);
        sim::ResultWriter writer{path_, sim::Overwrite::yes, result_identity(), {.title = "War"}};
        OutputParams const output{.cells_every_days = 2,
                                  .places_every_days = 1,
                                  .units_every_days = 2,
                                  .actors_every_days = 2,
                                  .events = true,
                                  .reports = true,
                                  .agreements = true};
        ResultRecorder recorder{
            writer, world, output, {.first_day = world.first_day, .last = sim::Day{2}}, {}};
        for (; world.today.value < 3; ++world.today.value) {
            simulate(world);
            recorder.observe(world);
        }
        recorder.finish(world);
        writer.commit();
        reader_.emplace(path_, result_identity());
    }
    ~ThreeDays() override { std::filesystem::remove(path_); }

    static void give_means(World& world) {
        world.actors.funds[rebels.row] = 1234.4;
        world.actors.arms[rebels.row] = 30.4;
        world.actors.armament[rebels.row] = 0.75;
        world.economy.hostages.add(rebels, 3, 0.0, sim::Day{9});
        world.economy.hostages.add(rebels, 1, 0.0, sim::Day{9});
        world.economy.hostages.held[1] = 0;
        world.captives.add(rebels, state, 6, PlaceId{2}, sim::Day{0});
        world.cells.pact[7] = rebels;
    }

    static void change_minds(World& world) {
        world.legitimacy = 0.5;
        world.devices.lay(rebels, sim::CellId{7}, sim::Day{1}, sim::Day{9});
        world.cells.services[7] = 0.0F;
        for (auto const community : {Community::tuareg, Community::other}) {
            world.cells.grievance.add(CellFields::grievance_row(sim::CellId{7}, community), 1.0,
                                      sim::Day{1});
        }
        world.political_log.push_back({.day = sim::Day{1},
                                       .kind = PoliticalKind::split,
                                       .actor = allies_of_rebels,
                                       .other = rebels,
                                       .value = 0.25});
        world.political_log.push_back(
            {.day = sim::Day{1}, .kind = PoliticalKind::coup, .actor = state});
    }

    static void simulate(World& world) {
        ConflictEvent event;
        event.day = world.today;
        event.attacker = rebels;
        event.target = state;
        event.cell = world.map->places.cell[2];
        event.deaths[static_cast<std::size_t>(Side::state)] = 2;
        world.events = {event};
        world.totals.deaths[static_cast<std::size_t>(Side::state)] += 2;
        world.totals.events[static_cast<std::size_t>(event.kind)] += 1;
        auto const mover = leave_home(world, StratumId{5}, 0, PlaceId{1});
        put_mover(world, mover, MoverStatus::displaced, PlaceId{1});
        if (world.today.value == 1) world.relations.set(rebels, foreigners, Relation::neutral);
        if (world.today.value == 1) change_minds(world);
        if (world.today.value == 2) world.places.holder[3] = rebels;
    }

    std::filesystem::path path_ =
        std::filesystem::path{::testing::TempDir()} /
        (std::string{"azalai_recorder_"} +
         ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".h5");
    std::optional<sim::ResultReader> reader_;
};

TEST_F(ThreeDays, TotalsCountFlowsByDayAndStocksAtItsEnd) {
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/time"), (Counts{0, 1, 2}));
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/departures"), (Counts{5, 5, 5}));
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/idps"), (Counts{5, 10, 15}));
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/at_home"), (Counts{99'995, 99'990, 99'985}));
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/deaths"),
              (Counts{2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0}));
}

TEST_F(ThreeDays, PlacesHaveHoldersAndGuests) {
    EXPECT_EQ(reader_->read<std::int32_t>("/places/settled"),
              (Counts{0, 5, 0, 0, 0, 10, 0, 0, 0, 15, 0, 0}));
    auto const holder = reader_->read<std::int16_t>("/places/holder");
    EXPECT_EQ(holder[3], 0);
    EXPECT_EQ(holder[11], 1);
}

TEST_F(ThreeDays, EventsSayWhereAndWho) {
    EXPECT_EQ(reader_->read<std::int32_t>("/events/day"), (Counts{0, 1, 2}));
    EXPECT_EQ(reader_->read<std::int32_t>("/events/deaths_state"), (Counts{2, 2, 2}));
    EXPECT_EQ(reader_->read<std::int16_t>("/events/attacker")[0], 1);
    EXPECT_EQ(reader_->read<std::int16_t>("/events/place")[0], -1);
    EXPECT_NEAR(reader_->read<float>("/events/lon")[0], 1.0, 0.051);
    auto const row = static_cast<std::size_t>(reader_->read<std::int16_t>("/events/row")[0]);
    EXPECT_NEAR(reader_->read<double>("/cells/lat")[row], 0.0, 0.051);
}

TEST_F(ThreeDays, MapsCountSinceTheMapBefore) {
    EXPECT_EQ(reader_->read<std::int32_t>("/cells/time"), (Counts{0, 2}));
    auto const deaths = reader_->read<std::int32_t>("/cells/deaths");
    std::size_t const map = 5 * 20;
    ASSERT_EQ(deaths.size(), 2 * map);
    EXPECT_EQ(std::accumulate(deaths.begin(), deaths.begin() + map, 0), 2);
    EXPECT_EQ(std::accumulate(deaths.begin() + map, deaths.end(), 0), 4);
    auto const away = reader_->read<std::int32_t>("/cells/displaced");
    EXPECT_EQ(away[map + 5], 15);
    EXPECT_EQ(reader_->read<std::int16_t>("/cells/dominant_actor")[0], 0);
    EXPECT_EQ(reader_->read<float>("/cells/control")[0], 1.0F);
}

TEST_F(ThreeDays, PairsHaveARowForEachChange) {
    EXPECT_EQ(reader_->read<std::int32_t>("/dyads/day"), (Counts{0, 0, 0, 0, 1}));
    EXPECT_EQ(reader_->read<std::int16_t>("/dyads/a")[4], 1);
    EXPECT_EQ(reader_->read<std::int16_t>("/dyads/b")[4], 3);
    EXPECT_EQ(reader_->read<std::int8_t>("/dyads/relation")[4], 0);
}

TEST_F(ThreeDays, ActorsAndUnitsHaveTheirSteps) {
    EXPECT_EQ(reader_->read<std::int32_t>("/actors/fighters"),
              (Counts{100, 40, 0, 0, 100, 40, 0, 0}));
    auto const area = reader_->read<float>("/actors/area");
    EXPECT_NEAR(area[0], 100 * 123.6, 100);  // 100 cells of 0.1 degree on the equator
    EXPECT_EQ(reader_->read<std::int32_t>("/units/day"), (Counts{0, 0, 2, 2}));
    EXPECT_EQ(reader_->read<std::int32_t>("/units/unit"), (Counts{0, 1, 0, 1}));
}

TEST_F(ThreeDays, TotalsCountWhoIsHeldAndWhatLiesInWait) {
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/captives"), (Counts{6, 6, 6}));
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/kidnapped"), (Counts{3, 3, 3}));
    EXPECT_EQ(reader_->read<std::int32_t>("/totals/devices"), (Counts{0, 1, 1}));
    EXPECT_EQ(reader_->read<float>("/totals/legitimacy"), (std::vector{1.0F, 0.5F, 0.5F}));
}

TEST_F(ThreeDays, ServicesAreMeasuredOnceAWeek) {
    EXPECT_EQ(reader_->read<float>("/totals/services"), (std::vector{1.0F, 1.0F, 1.0F}));
}

TEST(MeanServices, IsAMeanOverResidents) {
    World world = small_war();
    EXPECT_EQ(mean_services(world), 1.0);
    world.cells.services[7] = 0.5F;
    EXPECT_NEAR(mean_services(world), 1.0 - 0.5 / 100.0, 1e-12);
}

TEST_F(ThreeDays, ActorsHaveMeansRounded) {
    EXPECT_EQ(reader_->read<float>("/actors/funds")[rebels.row], 1234.0F);
    EXPECT_EQ(reader_->read<float>("/actors/arms")[rebels.row], 30.0F);
    EXPECT_EQ(reader_->read<float>("/actors/armament")[rebels.row], 0.75F);
    EXPECT_EQ(reader_->read<std::int32_t>("/actors/hostages"), (Counts{0, 3, 0, 0, 0, 3, 0, 0}));
}

TEST_F(ThreeDays, MapsShowWhatPeopleHaveAndThink) {
    std::size_t const map = 5 * 20;
    auto const services = reader_->read<float>("/cells/services");
    auto const grievance = reader_->read<float>("/cells/grievance");
    auto const pact = reader_->read<std::int16_t>("/cells/pact");
    EXPECT_EQ(services[7], 1.0F);
    EXPECT_EQ(services[map + 7], 0.0F);
    EXPECT_EQ(grievance[7], 0.0F);
    EXPECT_NEAR(grievance[map + 7], 2.0 * std::exp(-1.0 / 28.0), 1.0 / 256.0);
    EXPECT_EQ(std::accumulate(grievance.begin(), grievance.end(), 0.0F), grievance[map + 7]);
    EXPECT_EQ(pact[7], static_cast<std::int16_t>(rebels.row));
    EXPECT_EQ(pact[8], -1);
}

TEST_F(ThreeDays, PoliticsHasEachEventOnce) {
    EXPECT_EQ(reader_->read<std::int32_t>("/politics/day"), (Counts{1, 1}));
    auto const kind = reader_->read<std::int8_t>("/politics/kind");
    EXPECT_EQ(kind[0], static_cast<std::int8_t>(PoliticalKind::split));
    EXPECT_EQ(reader_->read<std::int16_t>("/politics/actor"), (std::vector<std::int16_t>{2, 0}));
    EXPECT_EQ(reader_->read<std::int16_t>("/politics/other"), (std::vector<std::int16_t>{1, -1}));
    EXPECT_EQ(reader_->read<std::int16_t>("/politics/place"), (std::vector<std::int16_t>{-1, -1}));
    EXPECT_EQ(reader_->read<float>("/politics/value"), (std::vector{0.25F, 0.0F}));
}

}  // namespace
}  // namespace models
