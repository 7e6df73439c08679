#include "models/recorders/displaced_recorder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "models/recorders/result_format.hpp"
#include "models/world/people.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

using Counts = std::vector<std::int32_t>;

/// A town at home and a camp abroad, whose list is verified on day 2 (3 to 2); families of six. On
/// day 0 two families flee to the camp and one stays in the town, on day 3 one comes home from
/// each.
class FourDays : public ::testing::Test {
  protected:
    FourDays() {
        World world = test::small_world(test::small_map(
            {{.kind = PlaceKind::town, .country = 0}, {.kind = PlaceKind::camp, .country = 1}},
            {{0, 1, 100.0}}));
        auto const homes = test::settle_households(world, 0, 10);
        Period const period{.first_day = world.first_day, .last = sim::Day{3}};
        sim::ResultWriter writer{path_, sim::Overwrite::yes, result_identity(), {.title = "Lists"}};
        DisplacedRecorder recorder{writer, world, period,
                                   Registrations{{{.place = PlaceId{1},
                                                   .verified_on = sim::make_date(2012, 1, 3),
                                                   .counted_before = 300.0,
                                                   .counted_after = 200.0}}}};
        std::vector<MoverId> movers;
        for (; world.today.value < 4; ++world.today.value) {
            if (world.today.value == 0) {
                movers.push_back(settle(world, homes, MoverStatus::refugee, PlaceId{1}));
                movers.push_back(settle(world, homes, MoverStatus::refugee, PlaceId{1}));
                movers.push_back(settle(world, homes, MoverStatus::displaced, PlaceId{0}));
            }
            if (world.today.value == 3) {
                go_home(world, movers[0], MoverAim::home_from_abroad);
                go_home(world, movers[2], MoverAim::home_from_inside);
            }
            recorder.observe(world);
        }
        writer.commit();
        reader_.emplace(path_, result_identity());
    }
    ~FourDays() override { std::filesystem::remove(path_); }

    static MoverId settle(World& world, StratumId homes, MoverStatus status, PlaceId at) {
        auto const mover = leave_home(world, homes, 0, PlaceId{0});
        put_mover(world, mover, status, at);
        return mover;
    }

    // On the way a household is where it last passed, no longer where it had its refuge.
    static void go_home(World& world, MoverId mover, MoverAim aim) {
        world.households.movers()[mover.row].aim = aim;
        put_mover(world, mover, MoverStatus::travelling, PlaceId{0});
        come_home(world, mover);
    }

    std::filesystem::path path_ =
        std::filesystem::path{::testing::TempDir()} /
        (std::string{"azalai_displaced_"} +
         ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".h5");
    std::optional<sim::ResultReader> reader_;
};

TEST_F(FourDays, WhoIsThereAndWhoIsListed) {
    EXPECT_EQ(reader_->read<std::int32_t>("/refugees/people"), (Counts{0, 12, 0, 12, 0, 12, 0, 6}));
    EXPECT_EQ(reader_->read<std::int32_t>("/refugees/registered"),
              (Counts{0, 18, 0, 18, 0, 12, 0, 6}));
    EXPECT_EQ(reader_->read<std::int32_t>("/idps/people"), (Counts{6, 6, 6, 0}));
}

TEST_F(FourDays, WhoCameHomeFromWhereAndToWhere) {
    EXPECT_EQ(reader_->read<std::int32_t>("/refugees/returned"), (Counts{0, 0, 0, 0, 0, 0, 0, 6}));
    EXPECT_EQ(reader_->read<std::int32_t>("/idps/returned"), (Counts{0, 0, 0, 6}));
}

}  // namespace
}  // namespace models
