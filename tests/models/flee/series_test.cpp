#include "models/flee/series.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "sim/base/check.hpp"

namespace models::flee {
namespace {

class FleeSeries : public ::testing::Test {
  protected:
    Series read(std::string const& text, std::int64_t hasten = 1) {
        auto const path = std::filesystem::path{::testing::TempDir()} / "azalai-series.csv";
        std::ofstream{path, std::ios::binary} << text;
        return Series::load(path, start, hasten);
    }

    sim::Date start = sim::make_date(2012, 3, 1);
};

TEST_F(FleeSeries, IsLinearBetweenDatesAndRoundedDown) {
    auto const series = read("Date,n\n2012-03-03,15\n#x,y\n2012-03-07,28\n2012-03-08,\n", 10);
    EXPECT_EQ(series.on(-5), 1);
    EXPECT_EQ(series.on(2), 1);
    EXPECT_EQ(series.on(3), 1);  // 1.5 + 0.25 * 1.3 = 1.825
    EXPECT_EQ(series.on(4), 2);  // 2.15
    EXPECT_EQ(series.on(6), 2);
    EXPECT_EQ(series.on(600), 2);
}

TEST_F(FleeSeries, SumsSeriesAtAllTheirDates) {
    auto const sum = read("2012-03-01,0\n2012-03-11,100\n").plus(read("2012-03-06,7\n"));
    EXPECT_EQ(sum.on(0), 7);
    EXPECT_EQ(sum.on(3), 37);
    EXPECT_EQ(sum.on(10), 107);
}

TEST_F(FleeSeries, CorrectionScalesWhatCameBefore) {
    auto series = read("2012-03-01,100\n2012-03-05,200\n2012-03-06,50\n2012-03-09,80\n");
    auto const correction = [](char const* date) {
        return parse_csv("Camp," + std::string{date}, "c.csv").front();
    };
    series.correct(correction("2012-02-01"), start);  // before the run: ignored
    series.correct(correction("2012-03-06"), start);
    EXPECT_EQ(series.on(0), 25);
    EXPECT_EQ(series.on(4), 50);
    EXPECT_EQ(series.on(5), 50);
    EXPECT_EQ(series.on(8), 80);
    EXPECT_THROW(series.correct(correction("2012-03-07"), start), sim::InputError);
}

TEST_F(FleeSeries, RefusesWhatIsNoSeries) {
    for (auto const* text : {"Date,n\n", "2012-03-05,5\n2012-03-01,5\n", "2012-03-01,-5\n",
                             "2012-03-01,many\n", "1.3.2012,5\n", "", "2012-03-01,5.5\n"}) {
        EXPECT_THROW(static_cast<void>(read(text)), sim::InputError) << text;
    }
}

}  // namespace
}  // namespace models::flee
