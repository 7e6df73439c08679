#include "sim/ensemble/manifest.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "sim/base/check.hpp"

namespace sim {
namespace {

TEST(Manifest, HasEveryCombinationOnceWithSeedsFastest) {
    Manifest const manifest{2, 3, 2, {11, 12}};
    ASSERT_EQ(manifest.size(), 24U);
    EXPECT_EQ(manifest.row(0), (ManifestRow{0, 0, 0, 11}));
    EXPECT_EQ(manifest.row(1), (ManifestRow{0, 0, 0, 12}));
    EXPECT_EQ(manifest.row(2), (ManifestRow{1, 0, 0, 11}));
    EXPECT_EQ(manifest.row(4), (ManifestRow{0, 0, 1, 11}));
    EXPECT_EQ(manifest.row(8), (ManifestRow{0, 1, 0, 11}));
    EXPECT_EQ(manifest.row(23), (ManifestRow{1, 2, 1, 12}));
}

TEST(Manifest, RefusesMoreRunsThanAFileHolds) {
    EXPECT_NO_THROW((Manifest{1, 2'147'483'647, 1, {1}}));
    EXPECT_THROW((Manifest{2, 2'147'483'647, 1, {1}}), InputError);
    EXPECT_THROW((Manifest{1ULL << 40U, 1ULL << 40U, 1, {1}}), InputError);
}

TEST(RowsOf, CutsAllRowsIntoPartsThatDifferByOneAtMost) {
    for (std::uint32_t const count : {1U, 2U, 5U, 7U, 30U}) {
        std::uint64_t next = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            auto const rows = rows_of({i, count}, 23);
            EXPECT_EQ(rows.first, next);
            EXPECT_LE(rows.end - rows.first, 23 / count + 1);
            EXPECT_GE(rows.end - rows.first, 23 / count);
            next = rows.end;
        }
        EXPECT_EQ(next, 23U);
    }
}

TEST(ParseShard, ReadsTheNumberOfAPartAndOfAllParts) {
    EXPECT_EQ(parse_shard("0/1"), (Shard{0, 1}));
    EXPECT_EQ(parse_shard("7/8"), (Shard{7, 8}));
    for (auto const* wrong : {"", "1", "/", "8/8", "-1/3", "1/0", "1/2/3", "a/b", "1 /2"}) {
        EXPECT_THROW(static_cast<void>(parse_shard(wrong)), InputError) << wrong;
    }
}

TEST(PartName, IsReadBack) {
    EXPECT_EQ(part_name({3, 8}), "part-003-of-008");
    Shard shard;
    EXPECT_TRUE(parse_part_name("part-003-of-008.h5", ".h5", shard));
    EXPECT_EQ(shard, (Shard{3, 8}));
    EXPECT_TRUE(parse_part_name("part-1000-of-2000.h5", ".h5", shard));
    for (auto const* other : {"part-003-of-008.journal", "part-3-of-8.h5", "part-009-of-008.h5",
                              "ensemble.h5", "part-003-of-008.h5.part"}) {
        EXPECT_FALSE(parse_part_name(other, ".h5", shard)) << other;
    }
}

TEST(WriteSharedText, KeepsWhatIsThereUnlessItMayReplaceIt) {
    auto const path = std::filesystem::path{::testing::TempDir()} /
                      (std::to_string(::getpid()) + "_azalai_shared_text.csv");
    std::filesystem::remove(path);
    auto const content = [&] {
        std::ifstream file{path};
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    };
    write_shared_text(path, "one\n", false, "differs");
    write_shared_text(path, "one\n", false, "differs");
    EXPECT_THROW(write_shared_text(path, "two\n", false, "differs"), InputError);
    EXPECT_EQ(content(), "one\n");
    write_shared_text(path, "two\n", true, "differs");
    EXPECT_EQ(content(), "two\n");
    EXPECT_THROW(write_shared_text(path / "x", "one\n", false, ""), IoError);
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace sim
