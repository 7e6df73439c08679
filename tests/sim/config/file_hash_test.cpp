#include "sim/config/file_hash.hpp"

#include <gtest/gtest.h>

#include "tests/sim/config/testing.hpp"

namespace {

// The published examples: FIPS 180-2, appendix B.
constexpr char const* of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char const* of_a_million =
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

TEST(Sha256, MatchesThePublishedExamples) {
    EXPECT_EQ(sim::sha256_of_text("abc"), of_abc);
    EXPECT_EQ(sim::sha256_of_text(std::string(1'000'000, 'a')), of_a_million);
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
    sim::testing::TemporaryFolder const folder;
    EXPECT_EQ(sim::sha256_of_file(folder.write("a", "abc")), of_abc);
    EXPECT_EQ(sim::sha256_of_file(folder.write("b", std::string(1'000'000, 'a'))), of_a_million);
    EXPECT_EQ(sim::sha256_of_file(folder.write("c", "")), sim::sha256_of_text(""));
}

TEST(Sha256, NamesTheFileThatCannotBeRead) {
    EXPECT_EQ(sim::testing::message_of([] { return sim::sha256_of_file("/no/file"); }),
              "/no/file: the file cannot be read. Check the path and its permissions.");
}

}  // namespace
