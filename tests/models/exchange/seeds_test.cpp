#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "models/exchange/acled_reader.hpp"
#include "models/exchange/ucdp_reader.hpp"
#include "tests/models/exchange/testing.hpp"

namespace {

struct Outcome {
    int read = 0;
    int refused = 0;
};

/// Read every seed of the fuzz targets, whatever it is; what is thrown but InputError fails a test.
template <class Read>
Outcome replay(char const* folder, Read const& read) {
    Outcome outcome;
    std::filesystem::path const seeds{std::string{AZALAI_SOURCE_DIR} + "/tests/fuzz/seeds/"};
    for (auto const& file : std::filesystem::directory_iterator{seeds / folder}) {
        std::ifstream stream{file.path(), std::ios::binary};
        std::string const text{std::istreambuf_iterator<char>{stream}, {}};
        try {
            static_cast<void>(read(text));
            ++outcome.read;
        } catch (sim::InputError const& error) {
            EXPECT_TRUE(std::string{error.what()}.starts_with("seed.csv:")) << file.path();
            ++outcome.refused;
        }
    }
    return outcome;
}

TEST(FuzzSeeds, AreReadOrRefusedAsAcled) {
    auto const seeds = replay(
        "acled", [](auto const& text) { return models::parse_acled(text, "seed.csv").size(); });
    EXPECT_GE(seeds.read, 6);
    EXPECT_GE(seeds.refused, 1);
}

TEST(FuzzSeeds, AreReadOrRefusedAsUcdp) {
    auto const seeds = replay(
        "ucdp", [](auto const& text) { return models::parse_ucdp(text, "seed.csv").size(); });
    EXPECT_GE(seeds.read, 5);
    EXPECT_GE(seeds.refused, 1);
}

}  // namespace
