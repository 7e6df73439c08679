#include "models/facts/run_map.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"
#include "sim/io/result_writer.hpp"
#include "sim/io/time_series.hpp"
#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

RunMap two_cells() {
    ResultMap const map{.country = "Cote d Ivoire",
                        .regions = {"North"},
                        .cercles = {"Timbuktu", "Dire"},
                        .lat = {12.25, 12.75},
                        .lon = {-1.75, -1.25},
                        .country_of = {0, 0, 1, 1},
                        .region_of = {0, 0, -1, -1},
                        .cercle_of = {0, 1, -1, -1}};
    auto context = testing::period(10);
    context.cells = map.home_gids();
    return {map, context};
}

AcledEvent report(std::int64_t day, sim::GeoPoint at) {
    AcledEvent event;
    event.date = testing::first_day + std::chrono::days{day};
    event.at = at;
    event.country = "Cote d'Ivoire";
    return event;
}

TEST(EventsInside, LeaveOutOtherTimesAndPlaces) {
    sim::GeoPoint const inside{12.3, -1.6};
    std::vector<AcledEvent> events{report(0, inside), report(9, inside), report(10, inside),
                                   report(-1, inside), report(0, {13.3, -1.6})};
    events.push_back(report(0, inside));
    events.back().country = "Mali";
    events.push_back(report(0, inside));
    events.back().sub_event = AcledSubEvent::peaceful_protest;
    EXPECT_EQ(events_inside(events, two_cells()).size(), 2U);
}

TEST(EventsInside, TakeUnknownNamesFromTheMap) {
    std::vector<AcledEvent> events(2, report(0, {12.3, -1.6}));
    events[0].admin1 = "Nord";
    events[0].admin2 = "Tombouctou";
    events[1].admin2 = "DIRE";
    auto const inside = events_inside(events, two_cells());
    ASSERT_EQ(inside.size(), 2U);
    EXPECT_EQ(inside[0].admin1, "North");
    EXPECT_EQ(inside[0].admin2, "Timbuktu");
    EXPECT_EQ(inside[1].admin2, "DIRE");
}

TEST(ReadRunMap, ReadsWhatARunWrites) {
    auto const path = std::filesystem::temp_directory_path() /
                      ("azalai_run_map_" + std::to_string(::getpid()) + ".h5");
    sim::FileIdentity const identity{.type = "azalai-result", .major = 1, .minor = 2};
    {
        sim::ResultWriter writer{path, sim::Overwrite::yes, identity, {.title = "two days"}};
        auto series = writer.time_series("/totals", {.start = sim::make_date(2012, 1, 17)});
        auto const lat = writer.coordinate("/cells/lat", std::vector<double>{12.25, 12.75}, {});
        auto const lon = writer.coordinate("/cells/lon", std::vector<double>{-1.75, -1.25}, {});
        auto const map_of = [&](std::string const& name, std::vector<std::int16_t> const& values,
                                std::vector<sim::Flag> flags) {
            writer.write("/cells/" + name, {lat, lon}, values,
                         {.fill_value = -1, .flags = std::move(flags)});
        };
        map_of("country", {0, 1, 0, -1}, {{0, "Burkina_Faso"}, {1, "Mali"}});
        map_of("region", {0, -1, 0, -1}, {{0, "Est"}});
        map_of("cercle", {1, -1, 0, -1}, {{0, "A"}, {1, "Gourma-Rharous"}});
        for (int day = 0; day < 2; ++day) {
            series.begin_step(day);
            series.end_step();
        }
        writer.commit();
    }
    auto const map = read_run_map(sim::ResultReader{path, identity});
    std::filesystem::remove(path);
    EXPECT_EQ(map.map.country, "Burkina Faso");
    EXPECT_EQ(sim::to_string(map.context.first_day), "2012-01-17");
    EXPECT_EQ(sim::to_string(map.context.last_day), "2012-01-18");
    EXPECT_EQ(map.context.units, (std::vector<std::string>{"A", "Gourma-Rharous"}));
    EXPECT_EQ(map.context.regions, (std::vector<std::string>{"Est"}));
    EXPECT_EQ(map.context.cells, (std::vector<std::int32_t>{priogrid_gid({12.25, -1.75}),
                                                            priogrid_gid({12.75, -1.75})}));
    EXPECT_EQ(map.map.cercle_of, (std::vector<std::int16_t>{1, -1, 0, -1}));
}

}  // namespace
}  // namespace models
