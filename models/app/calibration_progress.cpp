#include "models/app/calibration_progress.hpp"

#include <fmt/format.h>

#include "models/calibration/tables.hpp"

namespace models {
namespace {

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

void CalibrationCosts::begin(std::string const& phase) {
    end();
    current_ = phase;
}

void CalibrationCosts::add_runs(std::size_t runs, double seconds) {
    auto& cost = costs_[current_];
    cost.runs += runs;
    cost.core_seconds += seconds;
}

void CalibrationCosts::end() {
    if (!current_.empty()) costs_[current_].seconds_here += since(start_);
    start_ = Clock::now();
    current_.clear();
}

double CalibrationCosts::core_hours() const {
    double seconds = 0.0;
    for (auto const& [phase, cost] : costs_) seconds += cost.core_seconds;
    return seconds / 3600.0;
}

std::string CalibrationCosts::csv() const {
    sim::CsvWriter csv{{"phase", "runs", "core_seconds", "seconds_of_last_start"}};
    for (auto const& [phase, cost] : costs_) {
        csv.row({phase, cost.runs, cell(cost.core_seconds), cell(cost.seconds_here)});
    }
    return csv.take();
}

void CalibrationProgress::show(std::size_t done, std::size_t all) {
    if (done > 0) ++made_;
    if (since(last_) < (line_.is_on_terminal() ? 0.1 : 10.0)) return;
    last_ = Clock::now();
    line_.show(fmt::format("{}: {} of {} runs; {} since the start, {:.3g} runs/s", what_, done, all,
                           made_, static_cast<double>(made_) / since(start_)));
}

void CalibrationProgress::say(std::string const& text) {
    line_.end();
    line_.show(text);
    line_.end();
}

}  // namespace models
