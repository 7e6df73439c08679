#pragma once

#include <optional>

#include "models/calibration/run_record.hpp"
#include "models/calibration/study_file.hpp"
#include "models/facts/fact_context.hpp"

/// \file models/calibration/patterns.hpp
/// What the months of a run look like, as one number.

namespace models {

/// Whether the pattern is a month.
[[nodiscard]] bool is_month(PatternKind kind) noexcept;

/// Whether the pattern is compared as log(1 + x); months and shares are as they are.
[[nodiscard]] bool is_log(PatternKind kind) noexcept;

/// The pattern's number: a month_number(), a share, a ratio or a number of months. The first of
/// several equal peaks counts. Nothing if the run does not have the months, or nobody dies or is
/// displaced, so that there is no peak, share or ratio.
[[nodiscard]] std::optional<double> measure(StudyPattern const& pattern, sim::Date first_day,
                                            std::vector<MonthRecord> const& months);

}  // namespace models
