#include <gtest/gtest.h>

#include <vector>

#include "sim/base/check.hpp"
#include "sim/io/event_table.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/time_series.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

TEST(TimeSeries, ReadsBackAsAppended) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 10);
    sim::ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_TRUE(reader.is_complete());
    auto const deaths = reader.read<float>("/cells/deaths");
    ASSERT_EQ(deaths.size(), 10U * 12U);
    for (std::size_t i = 0; i < deaths.size(); ++i) {
        EXPECT_EQ(deaths[i], static_cast<float>(i / 12 * 100 + i % 12));
    }
    EXPECT_EQ(reader.read<std::int32_t>("/cells/time"),
              (std::vector<std::int32_t>{10, 11, 12, 13, 14, 15, 16, 17, 18, 19}));
    EXPECT_EQ(reader.read<std::int32_t>("/cells/committed"), std::vector<std::int32_t>{10});
}

TEST(EventTable, ReadsBackAsAppended) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 3);
    sim::ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_EQ(reader.read<std::uint16_t>("/events/deaths"),
              (std::vector<std::uint16_t>{0, 7, 1, 7, 2, 7, 0, 7, 1, 7, 2, 7, 0, 7, 1, 7, 2, 7}));
    EXPECT_EQ(reader.read_text("/events/note").back(), "note 2");
    EXPECT_EQ(reader.read<std::int32_t>("/events/committed"), std::vector<std::int32_t>{9});
}

TEST(EventTable, MayStayEmpty) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 0);
    sim::ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_TRUE(reader.read<float>("/cells/deaths").empty());
    EXPECT_TRUE(reader.read_text("/events/note").empty());
}

// 13 steps in blocks of 4: whole and broken blocks, flushed at every possible place.
TEST(Growing, DatasetsDoNotDependOnWhenTheyAreFlushed) {
    sample::Folder const folder;
    sample::write_file(folder / "never.h5", 13);
    sim::ResultReader const never(folder / "never.h5", sample::identity);
    for (std::int32_t const flush_every : {1, 2, 3, 4, 5}) {
        auto const name = "every-" + std::to_string(flush_every) + ".h5";
        sample::write_file(folder / name, 13, flush_every);
        sim::ResultReader const other(folder / name, sample::identity);
        for (std::string const path : {"/cells/deaths", "/cells/total", "/events/deaths",
                                       "/events/day", "/cells/time", "/events/committed"}) {
            EXPECT_EQ(never.shape(path), other.shape(path)) << path;
        }
        EXPECT_EQ(never.read<float>("/cells/deaths"), other.read<float>("/cells/deaths"));
        EXPECT_EQ(never.read<std::uint16_t>("/events/deaths"),
                  other.read<std::uint16_t>("/events/deaths"));
        EXPECT_EQ(never.read_text("/events/note"), other.read_text("/events/note"));
    }
}

TEST(Growing, WantsEachValueOnce) {
    sample::Folder const folder;
    sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
    auto series = writer.time_series("/totals", {.start = sim::make_date(2012, 1, 1)});
    auto const deaths = series.variable<double>("deaths", {}, {.units = "1"});
    series.begin_step(0);
    EXPECT_THROW(series.end_step(), sim::ContractError);  // no value yet
    EXPECT_THROW(writer.flush(), sim::ContractError);     // half a step
    series.put(deaths, 1.0);
    EXPECT_THROW(series.put(deaths, 1.0), sim::ContractError);
    series.end_step();
    EXPECT_THROW(series.begin_step(0), sim::ContractError);  // the same day again
    EXPECT_THROW(static_cast<void>(series.variable<double>("late", {}, {})), sim::ContractError);
    EXPECT_EQ(series.steps(), 1U);
}

}  // namespace
