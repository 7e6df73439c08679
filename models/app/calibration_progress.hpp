#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>

#include "models/app/status_line.hpp"

/// \file models/app/calibration_progress.hpp
/// What the phases of a calibration cost, and how far they are.

namespace models {

/// What one phase cost.
struct PhaseCost {
    std::size_t runs = 0;
    double core_seconds = 0.0;  ///< Of its runs, whenever they were made [s].
    double seconds_here = 0.0;  ///< By the clock, since this start [s].
};

/// Sums by phase.
class CalibrationCosts {
  public:
    /// From now on a phase is at work.
    void begin(std::string const& phase);
    /// Its runs. \param seconds  Of cores, that they took [s].
    void add_runs(std::size_t runs, double seconds);
    /// Nothing is at work any more.
    void end();

    [[nodiscard]] std::map<std::string, PhaseCost> const& by_phase() const noexcept {
        return costs_;
    }
    [[nodiscard]] double core_hours() const;

    /// `costs.csv`.
    [[nodiscard]] std::string csv() const;

  private:
    using Clock = std::chrono::steady_clock;

    std::map<std::string, PhaseCost> costs_;
    std::string current_;
    Clock::time_point start_ = Clock::now();
};

/// A line about the runs of the phase, on a terminal 10 times a second, elsewhere every 10 seconds;
/// lines of the log in between.
class CalibrationProgress {
  public:
    /// \param stream  Where to; nothing is shown without one.
    explicit CalibrationProgress(std::FILE* stream) : line_{stream} {}

    /// What is done next.
    void announce(std::string const& what) { what_ = what; }
    /// One more run of \p all is done; 0 before the first.
    void show(std::size_t done, std::size_t all);
    /// A line that stays.
    void say(std::string const& text);
    void end() { line_.end(); }

  private:
    using Clock = std::chrono::steady_clock;

    StatusLine line_;
    std::string what_ = "calibration";
    std::size_t made_ = 0;
    Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace models
