#include "sim/io/result_writer.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <ctime>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

namespace fs = std::filesystem;

template <class T>
class Numbers : public testing::Test {};
using AllNumbers =
    testing::Types<std::int8_t, std::uint8_t, std::int16_t, std::uint16_t, std::int32_t,
                   std::uint32_t, std::int64_t, std::uint64_t, float, double>;
TYPED_TEST_SUITE(Numbers, AllNumbers);

TYPED_TEST(Numbers, ReadBackAsWritten) {
    using Limits = std::numeric_limits<TypeParam>;
    sample::Folder const folder;
    std::vector<TypeParam> const values{Limits::lowest(), TypeParam{0}, TypeParam{1},
                                        Limits::max()};
    {
        sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
        auto const row = writer.dimension("/row", values.size());
        writer.write("/values", {row}, values, {.fill_value = 1.0});
        writer.write("/deep/down/one", {}, std::array{values.back()}, {});
        writer.commit();
    }
    sim::ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_EQ(reader.read<TypeParam>("/values"), values);
    EXPECT_EQ(reader.read<TypeParam>("/deep/down/one"), std::vector{values.back()});
}

TEST(ResultWriter, WritesTextsThatEveryReaderAccepts) {
    sample::Folder const folder;
    std::vector<std::string> const names{"Gao", "", "Ségou", "bad \xFF byte"};
    {
        sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
        auto const place = writer.dimension("/place", names.size());
        writer.write_text("/name", {place}, names, {.long_name = "name"});
        writer.commit();
    }
    sim::ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_EQ(reader.read_text("/name"),
              (std::vector<std::string>{"Gao", "", "Ségou", "bad \xEF\xBF\xBD byte"}));
}

TEST(ResultWriter, LeavesNothingWithoutCommit) {
    sample::Folder const folder;
    {
        sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
        sample::write(writer, 5);
        EXPECT_TRUE(fs::exists(folder / "run.h5.part"));
    }
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(ResultWriter, LeavesThePartOfAnInterruptedRun) {
    sample::Folder const folder;
    {
        sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
        sample::write(writer, 5);
        writer.keep_partial();
    }
    EXPECT_FALSE(fs::exists(folder / "run.h5"));
    sim::ResultReader const reader(folder / "run.h5.part", sample::identity);
    EXPECT_FALSE(reader.is_complete());
    EXPECT_EQ(reader.shape("/cells/deaths"), (std::vector<std::size_t>{5, 3, 4}));
}

TEST(ResultWriter, HarmsNoFileThatExists) {
    sample::Folder const folder;
    sample::fill(folder / "run.h5", "old");
    EXPECT_THROW(sample::write_file(folder / "run.h5", 1), sim::InputError);
    {
        sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::yes, sample::identity, {});
        sample::write(writer, 5);
    }
    EXPECT_EQ(sample::contents(folder / "run.h5"), "old");
    EXPECT_FALSE(fs::exists(folder / "run.h5.part"));
}

TEST(ResultWriter, ChecksWhatItIsGiven) {
    sample::Folder const folder;
    sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
    auto const place = writer.dimension("/places/place", 3);
    std::vector<float> const three(3);
    std::vector<float> const four(4);
    EXPECT_THROW(writer.write("/places/a", {place}, four, {}), sim::ContractError);
    EXPECT_THROW(writer.write("/elsewhere/a", {place}, three, {}), sim::ContractError);
    EXPECT_THROW(writer.write("relative", {place}, three, {}), sim::ContractError);
    EXPECT_THROW(writer.write("/places/b", {place}, three, {.flags = {{0, "two words"}}}),
                 sim::ContractError);
    EXPECT_THROW(static_cast<void>(writer.dimension("/none", 0)), sim::ContractError);
}

TEST(ResultWriter, WritesTheSameBytesAtAnotherTime) {
    sample::Folder const folder;
    sample::write_file(folder / "a.h5", 9);
    auto const then = std::time(nullptr);  // HDF5 counts whole seconds
    while (std::time(nullptr) == then) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    sample::write_file(folder / "b.h5", 9);
    EXPECT_TRUE(sample::contents(folder / "a.h5") == sample::contents(folder / "b.h5"));
}

}  // namespace
