#include "sim/schedule/schedule.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace sim {
namespace {

struct Diary {
    Day today;
    std::string written;
};

Schedule<Diary> const a_then_b{{"a", [](Diary& diary) { diary.written += 'a'; }},
                               {"b", [](Diary& diary) { diary.written += 'b'; }}};

TEST(Run, CallsProcessesThenObserversEachDay) {
    Diary diary;
    std::vector<std::string> seen;
    std::vector<Observer<Diary>> const observers{
        [&](Diary const& d) { seen.push_back("x" + d.written); },
        [&](Diary const& d) { seen.push_back("y" + std::to_string(d.today.value)); }};

    EXPECT_EQ(run<Diary>(diary, a_then_b, observers, Day{2}), RunEnd::finished);

    EXPECT_EQ(seen, (std::vector<std::string>{"xab", "y0", "xabab", "y1"}));
    EXPECT_EQ(diary.today, Day{2});
}

TEST(Run, StartsAtTodayAndDoesNothingAfterTheEnd) {
    Diary diary{.today = Day{5}, .written = ""};
    run<Diary>(diary, a_then_b, {}, Day{5});
    EXPECT_EQ(diary.written, "");
    run<Diary>(diary, a_then_b, {}, Day{6});
    EXPECT_EQ(diary.written, "ab");
}

TEST(Run, StopsWhenAskedAndResumesWithoutATrace) {
    Diary diary;
    RunHooks<Diary> const two_days{.timings = nullptr,
                                   .after_day = [](Diary const& d) { return d.today < Day{2}; }};
    EXPECT_EQ(run<Diary>(diary, a_then_b, {}, Day{4}, two_days), RunEnd::stopped);
    EXPECT_EQ(diary.today, Day{2});
    EXPECT_EQ(run<Diary>(diary, a_then_b, {}, Day{4}), RunEnd::finished);
    EXPECT_EQ(diary.written, "abababab");
}

TEST(Run, IsFinishedWhenAskedToStopAfterTheLastDay) {
    Diary diary;
    RunHooks<Diary> const stop{.timings = nullptr, .after_day = [](Diary const&) { return false; }};
    EXPECT_EQ(run<Diary>(diary, a_then_b, {}, Day{1}, stop), RunEnd::finished);
}

TEST(Run, MeasuresEachProcess) {
    using namespace std::chrono_literals;
    Diary diary;
    Schedule<Diary> const schedule{{"quick", [](Diary&) {}},
                                   {"slow", [](Diary&) { std::this_thread::sleep_for(5ms); }}};
    Timings timings;
    RunHooks<Diary> const timed{.timings = &timings, .after_day = {}};
    run<Diary>(diary, schedule, {}, Day{2}, timed);
    run<Diary>(diary, schedule, {}, Day{3}, timed);

    ASSERT_EQ(timings.process_seconds.size(), 2U);
    EXPECT_EQ(timings.days, 3U);
    EXPECT_GE(timings.process_seconds[1], 0.015);
    EXPECT_GE(timings.process_seconds[0], 0.0);
    EXPECT_GE(timings.observer_seconds, 0.0);
}

TEST(Run, LeavesTodayAtTheDayThatFailed) {
    Diary diary;
    Schedule<Diary> const schedule{{"fails", [](Diary& d) {
                                        if (d.today == Day{3}) throw std::runtime_error("day 3");
                                    }}};
    EXPECT_THROW(run<Diary>(diary, schedule, {}, Day{9}), std::runtime_error);
    EXPECT_EQ(diary.today, Day{3});
}

}  // namespace
}  // namespace sim
