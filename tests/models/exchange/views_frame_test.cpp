#include "models/exchange/views_frame.hpp"

#include <gtest/gtest.h>

#include <array>

#include "models/observed/grid_ids.hpp"
#include "sim/io/result_writer.hpp"
#include "sim/io/time_series.hpp"
#include "tests/models/exchange/testing.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

using models::ViewsFrame;
using models::ViewsUnit;

enum class Map { no, yes };

/// A run of some days from 17 January 2012, with a map of 2 x 3 cells of 0.1 degree.
std::filesystem::path write_run(sample::Folder const& folder, int days, Map map) {
    auto const path = folder / "run.h5";
    sim::ResultWriter writer(path, sim::Overwrite::yes, sample::identity, {});
    auto series = writer.time_series("/totals", {.start = sim::make_date(2012, 1, 17)});
    auto const deaths = series.variable<std::int32_t>("deaths", {}, {.units = "1"});
    for (std::int32_t day = 0; day < days; ++day) {
        series.begin_step(day);
        series.put(deaths, day);
        series.end_step();
    }
    if (map == Map::yes) {
        std::array const lat{16.45, 16.55};
        std::array const lon{-0.05, 0.05, 0.15};
        auto const rows = writer.coordinate("/cells/lat", lat, {});
        auto const columns = writer.coordinate("/cells/lon", lon, {});
        std::vector<std::int16_t> const country{0, 0, 0, 1, -1, 0};
        std::vector<std::int16_t> const none(6, -1);
        writer.write("/cells/country", {rows, columns}, country,
                     {.fill_value = -1, .flags = {{0, "Mali"}, {1, "Niger"}}});
        writer.write("/cells/region", {rows, columns}, none, {.fill_value = -1});
        writer.write("/cells/cercle", {rows, columns}, none, {.fill_value = -1});
    }
    writer.commit();
    return path;
}

TEST(ViewsFrame, CoversTheMonthsOfTheRunAndTheCellsOfItsCountry) {
    sample::Folder const folder;
    sim::ResultReader const reader{write_run(folder, 45, Map::yes), sample::identity};
    auto const gid = [](double lat, double lon) {
        return models::priogrid_gid({.lat = lat, .lon = lon});
    };
    ViewsFrame const cells{.unit = ViewsUnit::priogrid,
                           .units = {gid(16.45, -0.05), gid(16.45, 0.05), gid(16.55, 0.15)},
                           .first_month = 385,  // January 2012
                           .last_month = 387};  // 1 March is the last day
    EXPECT_EQ(models::priogrid_frame(reader), cells);
    EXPECT_EQ(cells.months(), 3U);
    ViewsFrame const country{
        .unit = ViewsUnit::country, .units = {432}, .first_month = 385, .last_month = 387};
    EXPECT_EQ(models::country_frame(reader, 432), country);
}

TEST(ViewsFrame, SaysWhatIsMissing) {
    sample::Folder const folder;
    auto const path = write_run(folder, 1, Map::no);
    sim::ResultReader const reader{path, sample::identity};
    EXPECT_EQ(models::country_frame(reader, 1).months(), 1U);
    EXPECT_EQ(models::testing::message_of([&] { return models::priogrid_frame(reader); }),
              path.string() +
                  ": has no /cells (from which the cells of PRIO-GRID follow). Run with "
                  "output.cells_every_days, or use --unit country.");
    write_run(folder, 0, Map::yes);
    sim::ResultReader const empty{path, sample::identity};
    EXPECT_EQ(models::testing::message_of([&] { return models::country_frame(empty, 1); }),
              path.string() +
                  ": has no days in /totals/time (the run ended before the first). Run again.");
}

}  // namespace
