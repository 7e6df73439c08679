#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "models/app/run_scenario.hpp"
#include "models/app/status_line.hpp"

/// \file models/app/progress_line.hpp
/// How far a run is: a line that is rewritten on a terminal, a few plain lines elsewhere.

namespace models {

/// One line such as `2013-05-12   27 %   412 days/s   0:03 left`.
/// \param seconds  Time since the first day began [s], >= 0.
[[nodiscard]] std::string progress_text(RunProgress const& progress, double seconds);

/// Shows progress. The clock starts when it is made.
class ProgressLine {
  public:
    /// \param stream  Where to; must outlive the line.
    explicit ProgressLine(std::FILE* stream);

    /// A day is done: show it, if it is time to. On a terminal 10 times a second; elsewhere after
    /// each tenth of the run, but not twice within a second, and at least every 5 seconds.
    void show(RunProgress const& progress);

    /// Leave the line on a terminal as it is and go to the next one.
    void end() { line_.end(); }

  private:
    using Clock = std::chrono::steady_clock;

    StatusLine line_;
    Clock::time_point start_;
    Clock::time_point last_;
    std::uint32_t tenths_shown_ = 0;
};

}  // namespace models
