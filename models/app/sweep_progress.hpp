#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "models/app/status_line.hpp"
#include "models/ensemble/study.hpp"

/// \file models/app/sweep_progress.hpp
/// What a sweep will do, how long it may take, and how far it is.

namespace models {

/// A time for people: `45 s`, `12 min`, `3.5 h`, `2.1 d`.
[[nodiscard]] std::string duration_text(double seconds);

/// A size for people: `512 B`, `1.2 MB`.
[[nodiscard]] std::string size_text(double bytes);

/// The product of a design: `3 scenarios x 1 point x 1 draw x 20 seeds = 60 runs`.
[[nodiscard]] std::string plan_text(Study const& study);

/// Seconds that one run takes on one thread, from the first days of the first run: at least 8 days
/// and a second of it, our choice. Early days of a war may be quicker or slower than later ones.
[[nodiscard]] double measured_run_seconds(Study const& study, std::uint64_t row);

/// The same for one scenario and seed.
[[nodiscard]] double measured_run_seconds(Scenario const& scenario, std::uint64_t seed);

/// Bytes of a file without any runs: groups, attributes and the design. A file of 8 runs of 20
/// months had 193 kB in all; our assumption for others.
inline constexpr double ensemble_file_bytes = 200e3;

/// Bytes on the disk for each run, the journal and the file together: values as they are in memory,
/// compressed to a fifth, which is our assumption.
[[nodiscard]] double expected_run_bytes(Study const& study);

/// One line such as `12 of 60 runs   20 %   3.1 runs/s   0:16 left`.
/// \param done   Runs that are done, those of earlier starts as well.
/// \param here   Runs done since this start.
/// \param seconds  Time since this start [s], >= 0.
[[nodiscard]] std::string sweep_progress_text(std::uint64_t done, std::uint64_t all,
                                              std::uint64_t here, double seconds);

/// Shows how many runs are done. The clock starts when it is made.
class SweepProgress {
  public:
    /// \param stream  Where to; nothing is shown without one.
    SweepProgress(std::FILE* stream, std::uint64_t done, std::uint64_t all);

    /// One more run is done: show it, if it is time to. On a terminal 10 times a second, elsewhere
    /// every 10 seconds.
    void add_run();

    /// Leave the line.
    void end() { line_.end(); }

    /// Time since it was made [s].
    [[nodiscard]] double seconds() const;

    /// Runs added.
    [[nodiscard]] std::uint64_t here() const noexcept { return here_; }

  private:
    using Clock = std::chrono::steady_clock;

    StatusLine line_;
    std::uint64_t done_, all_, here_ = 0;
    Clock::time_point start_, last_;
};

}  // namespace models
