#pragma once

#include "sim/random/stream.hpp"

/// \file models/calibration/purposes.hpp
/// Every random decision of a calibration, numbered once. Their seed is that of the study, not of a
/// run: those of runs are in models/purposes.hpp. Append only: a renumbering changes results.

namespace models::purpose {

inline constexpr sim::Purpose calibration_run{120};  // seed of a run; entity: its number in a phase
inline constexpr sim::Purpose calibration_error{
    121};  // of observation; entity: run, draws: targets
// Of the algorithms of sim/calibration.
inline constexpr sim::Purpose calibration_screening{122};
inline constexpr sim::Purpose calibration_history{123};
inline constexpr sim::Purpose calibration_abc{124};
inline constexpr sim::Purpose calibration_resampling{125};
inline constexpr sim::Purpose calibration_design{126};    // of the emulator's runs
inline constexpr sim::Purpose calibration_emulated{127};  // posterior through the emulator
inline constexpr sim::Purpose calibration_proof{128};
inline constexpr sim::Purpose calibration_sobol{129};

}  // namespace models::purpose
