#include "models/app/progress_line.hpp"

#include <gtest/gtest.h>

namespace models {
namespace {

TEST(ProgressText, SaysDateShareRateAndTimeLeft) {
    RunProgress const progress{.date = sim::make_date(2013, 5, 12), .days_done = 200, .days = 500};
    EXPECT_EQ(progress_text(progress, 2.0), "2013-05-12   40 %    100 days/s  0:03 left");
    EXPECT_EQ(progress_text(progress, 200.0), "2013-05-12   40 %      1 days/s  5:00 left");
}

TEST(ProgressText, HasNoTimeLeftAtTheEndOrTheStart) {
    auto const date = sim::make_date(2013, 5, 12);
    EXPECT_EQ(progress_text({date, 500, 500}, 5.0), "2013-05-12  100 %    100 days/s");
    EXPECT_EQ(progress_text({date, 0, 500}, 0.0), "2013-05-12    0 %      0 days/s");
}

TEST(ProgressLine, WritesPlainLinesToAFile) {
    std::FILE* file = std::tmpfile();
    ASSERT_NE(file, nullptr);
    ProgressLine line{file};
    for (std::uint32_t day = 1; day <= 1000; ++day) {
        line.show({sim::make_date(2012, 1, 1), day, 1000});
    }
    line.end();
    EXPECT_EQ(std::ftell(file), 0);  // a fast run stays silent
    std::fclose(file);
}

}  // namespace
}  // namespace models
