#include "models/app/progress_line.hpp"

#include <fmt/format.h>

#include <cmath>

namespace models {

namespace {

double seconds_between(std::chrono::steady_clock::time_point from,
                       std::chrono::steady_clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

}  // namespace

std::string progress_text(RunProgress const& progress, double seconds) {
    double const rate = seconds > 0.0 ? progress.days_done / seconds : 0.0;
    auto text = fmt::format("{}  {:3.0f} %  {:5.0f} days/s", sim::to_string(progress.date),
                            std::floor(100.0 * progress.days_done / progress.days), rate);
    if (progress.days_done < progress.days && rate > 0.0) {
        auto const left = std::llround((progress.days - progress.days_done) / rate);
        text += fmt::format("  {}:{:02} left", left / 60, left % 60);
    }
    return text;
}

ProgressLine::ProgressLine(std::FILE* stream)
    : line_{stream}, start_(Clock::now()), last_(start_) {}

void ProgressLine::show(RunProgress const& progress) {
    auto const now = Clock::now();
    double const since = seconds_between(last_, now);
    auto const tenths = progress.days_done * 10 / progress.days;
    bool const is_time = line_.is_on_terminal()
                             ? since >= 0.1 || progress.days_done == progress.days
                             : since >= 5.0 || (tenths > tenths_shown_ && since >= 1.0);
    if (!is_time) return;
    line_.show(progress_text(progress, seconds_between(start_, now)));
    last_ = now;
    tenths_shown_ = tenths;
}

}  // namespace models
