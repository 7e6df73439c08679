#pragma once

#include <string>

#include "models/calibration/phases.hpp"

/// \file models/calibration/wave_tables.hpp
/// What each wave of history matching came to.

namespace models {

/// Grows by a wave at a time.
class WaveTables {
  public:
    /// \param left   After the wave. \param means  What its points gave.
    void add(CalibrationDesk const& desk, NotRuledOut const& left, HistoryPhase const& phase,
             sim::calibration::Points const& means);

    /// `waves.csv`: runs, share of the prior not ruled out, and how near the runs came: the
    /// implausibility of a run is its largest (or second largest) gap in standard deviations of
    /// observation, discrepancy and luck.
    [[nodiscard]] std::string const& waves() const noexcept { return waves_.text(); }

    /// `implausibility.csv`: what each target rules out of the prior, by the emulators of the wave.
    [[nodiscard]] std::string const& implausibilities() const noexcept { return targets_.text(); }

  private:
    sim::CsvWriter waves_{{"wave", "points", "runs", "failed_points", "targets", "share_left",
                           "prior_draws", "prior_draws_left", "least_implausibility",
                           "median_implausibility"}};
    sim::CsvWriter targets_{{"wave", "target", "median_implausibility", "ruled_out_share"}};
};

}  // namespace models
