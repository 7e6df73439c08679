#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/calibration/abc_smc.hpp"
#include "sim/calibration/history_matching.hpp"
#include "sim/calibration/nelder_mead.hpp"

/// \file sim/calibration/saved_state.hpp
/// States of algorithms as named columns of numbers, which any file can hold.

namespace sim::calibration {

/// Columns by name, such as `growing.points.values`; lengths differ. Whole numbers are exact up to
/// 2^53. Numbers may be infinite, so a file must keep that, and all bits of a double.
using SavedState = std::map<std::string, std::vector<double>>;

/// All of a state. \post loading it gives an equal state, which goes on to give the same bytes.
[[nodiscard]] SavedState save(NelderMead const& state);
[[nodiscard]] SavedState save(HistoryMatching const& state);
[[nodiscard]] SavedState save(AbcSmc const& state);

/// The state that was saved.
/// \throws InputError naming the column that is missing, or not what it should be: too long, not a
///         whole number, no row of whole length. What rows mean is not checked.
[[nodiscard]] NelderMead load_nelder_mead(SavedState const& saved);
[[nodiscard]] HistoryMatching load_history_matching(SavedState const& saved);
[[nodiscard]] AbcSmc load_abc(SavedState const& saved);

}  // namespace sim::calibration
