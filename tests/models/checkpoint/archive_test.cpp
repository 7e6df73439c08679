#include "models/checkpoint/archive.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace models {
namespace {

struct Sample {
    std::vector<double> numbers;
    std::optional<std::string> text;
    std::array<std::uint32_t, 3> three{};
    std::vector<std::vector<std::uint8_t>> nested;
    sim::Day day;
    bool is_true = false;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(numbers, text, three, nested, day, is_true);
    }
    friend bool operator==(Sample const&, Sample const&) = default;
};

Sample const& sample() {
    static Sample const one{{1.5, -0.0, 3.0},  "text",      {1, 2, 3},
                            {{1, 2}, {}, {3}}, sim::Day{7}, true};
    return one;
}

TEST(Archive, GivesBackWhatItTook) {
    Sample again;
    from_bytes(bytes_of(sample()), again);
    EXPECT_EQ(again, sample());
}

TEST(Archive, RefusesStateThatEndsTooEarly) {
    auto const bytes = bytes_of(sample());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        Sample again;
        EXPECT_THROW(from_bytes(bytes.substr(0, length), again), std::exception) << length;
    }
}

TEST(Archive, RefusesStateThatGoesOn) {
    Sample again;
    EXPECT_THROW(from_bytes(bytes_of(sample()) + '\0', again), std::runtime_error);
}

TEST(Archive, RefusesATruthValueThatIsNone) {
    auto bytes = bytes_of(sample());
    ASSERT_EQ(bytes.back(), '\1');
    bytes.back() = '\2';
    Sample again;
    EXPECT_THROW(from_bytes(bytes, again), std::runtime_error);
}

TEST(Archive, ListsTakeMemoryOnlyAsTheirElementsCome) {
    std::string bytes(8 + 100, '\0');
    bytes[0] = 100;  // claims 100 lists, as many as bytes are left; each takes eight
    std::vector<std::vector<std::uint8_t>> list;
    EXPECT_THROW(from_bytes(bytes, list), std::runtime_error);
    EXPECT_EQ(list.size(), 13U);
}

TEST(Archive, AsksForNoMoreMemoryThanThereAreBytes) {
    auto bytes = bytes_of(sample());
    bytes[5] = '\x7F';  // the first list claims 140 thousand million elements
    Sample again;
    EXPECT_THROW(from_bytes(bytes, again), std::runtime_error);
}

}  // namespace
}  // namespace models
