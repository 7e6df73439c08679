#include "models/exchange/dataset_writer.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "sim/io/result_writer.hpp"
#include "tests/models/exchange/testing.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

using models::testing::message_of;

/// What is written of a file.
std::string table(std::filesystem::path const& file, std::string const& path,
                  std::vector<std::string>* left_out = nullptr) {
    sim::ResultReader const reader{file, sample::identity};
    return models::testing::written([&](models::TextSink const& sink) {
        auto const paths = models::write_dataset(reader, path, sink);
        if (left_out != nullptr) *left_out = paths;
    });
}

class WriteDataset : public testing::Test {
  protected:
    WriteDataset() { sample::write_file(folder / "run.h5", 2); }

    std::string of(std::string const& path) { return table(folder / "run.h5", path); }

    std::string fault(std::string const& path) {
        return message_of([&] { return of(path); });
    }

    sample::Folder folder;
};

TEST_F(WriteDataset, WritesCoordinatesAndMissingValues) {
    EXPECT_EQ(of("/cells/population"),
              "lat,lon,population\n12,-8,1\n12,-7.5,2\n12,-7,3\n12,-6.5,4\n12.5,-8,5\n12.5,-7.5,6\n"
              "12.5,-7,7\n12.5,-6.5,8\n13,-8,9\n13,-7.5,10\n13,-7,11\n13,-6.5,\n");
    auto const deaths = of("/cells/deaths");
    EXPECT_TRUE(deaths.starts_with("time,lat,lon,deaths\n2012-01-11,12,-8,0\n")) << deaths;
    EXPECT_TRUE(deaths.ends_with("\n2012-01-12,13,-6.5,111\n")) << deaths;
}

TEST_F(WriteDataset, WritesWordsNamesAndSingleValues) {
    EXPECT_EQ(of("/places/kind"), "place,kind\nBamako,city\nSégou,town\n,town\n");
    EXPECT_EQ(of("/cells/lat"), "lat\n12\n12.5\n13\n");
    EXPECT_EQ(of("/provenance/seed"), "seed\n18446744073709551615\n");
    EXPECT_EQ(of("/events/deaths").substr(0, 51),
              "event,side,deaths\n0,0,0\n0,1,7\n1,0,1\n1,1,7\n2,0,2\n2,1");
}

TEST_F(WriteDataset, WritesAGroupThatGrowsAsOneTable) {
    EXPECT_EQ(of("/events"),
              "event,day,deaths_0,deaths_1,note\n"
              "0,2012-01-11,0,7,note 0\n1,2012-01-11,1,7,note 0\n2,2012-01-11,2,7,note 0\n"
              "3,2012-01-12,0,7,note 1\n4,2012-01-12,1,7,note 1\n5,2012-01-12,2,7,note 1\n");
    EXPECT_EQ(of("/events/"), of("/events"));
}

TEST_F(WriteDataset, SaysWhichDatasetsAGroupLeavesOut) {
    std::vector<std::string> left_out;
    auto const cells = table(folder / "run.h5", "/cells", &left_out);
    EXPECT_EQ(left_out, (std::vector<std::string>{"/cells/population"}));
    EXPECT_TRUE(cells.starts_with("time,deaths_12_-8,deaths_12_-7.5,")) << cells;
    EXPECT_NE(cells.find("\n2012-01-12,100,101,"), std::string::npos) << cells;
}

TEST_F(WriteDataset, WritesAGroupThatDoesNotGrow) {
    EXPECT_EQ(of("/places"), "place,kind,name\nBamako,city,Bamako\nSégou,town,Ségou\n,town,\n");
}

TEST_F(WriteDataset, SaysWhatIsNotThere) {
    auto const file = (folder / "run.h5").string();
    EXPECT_EQ(fault("/cells/death"),
              file + ": has no dataset or group /cells/death. Did you mean /cells/deaths?");
    EXPECT_EQ(fault("/nothing/like/it/at/all"), file +
                                                    ": has no dataset or group "
                                                    "/nothing/like/it/at/all. `azalai info` "
                                                    "lists what it has.");
    EXPECT_EQ(fault("/provenance/this_run"),
              file +
                  ": /provenance/this_run/ is no table (it holds no columns). Name one of its "
                  "datasets.");
}

TEST_F(WriteDataset, WritesNumbersThatAreNoNumbers) {
    {
        sim::ResultWriter writer(folder / "odd.h5", sim::Overwrite::no, sample::identity, {});
        auto const row = writer.dimension("/odd/row", 4);
        auto const other = writer.dimension("/odd/other", 2);
        std::vector const values{std::numeric_limits<float>::quiet_NaN(),
                                 std::numeric_limits<float>::infinity(), 0.1F, -2.5e-7F};
        writer.write("/odd/value", {row}, values, {.units = "1"});
        std::vector<std::int32_t> const days{-1, 0, 366, std::numeric_limits<std::int32_t>::max()};
        writer.write("/odd/day", {row}, days,
                     {.units = "days since 2012-01-01 00:00:00", .fill_value = -1});
        std::vector<std::int8_t> const pair{1, 2};
        writer.write("/odd/pair", {other}, pair, {.flags = {{2, "two"}}});
        writer.commit();
    }
    EXPECT_EQ(table(folder / "odd.h5", "/odd/value"), "row,value\n0,\n1,inf\n2,0.1\n3,-2.5e-07\n");
    EXPECT_EQ(table(folder / "odd.h5", "/odd/day"),
              "row,day\n0,\n1,2012-01-01\n2,2013-01-01\n3,2147483647\n");
    EXPECT_EQ(table(folder / "odd.h5", "/odd/pair"), "other,pair\n0,1\n1,two\n");
    EXPECT_EQ(message_of([&] { return table(folder / "odd.h5", "/odd"); }),
              (folder / "odd.h5").string() +
                  ": /odd/ is no table (/odd/day and /odd/pair begin with different dimensions). "
                  "Name one of its datasets.");
}

TEST_F(WriteDataset, NamesTheSecondOfTwoEqualDimensions) {
    {
        sim::ResultWriter writer(folder / "pairs.h5", sim::Overwrite::no, sample::identity, {});
        auto const actor = writer.dimension("/actor", 2);
        std::vector<std::int8_t> const values{1, 2, 3, 4};
        writer.write("/hates", {actor, actor}, values, {.units = "1"});
        writer.commit();
    }
    EXPECT_EQ(table(folder / "pairs.h5", "/hates"),
              "actor,actor_2,hates\n0,0,1\n0,1,2\n1,0,3\n1,1,4\n");
}

}  // namespace
