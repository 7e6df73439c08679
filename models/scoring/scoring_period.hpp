#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/scoring/count_table.hpp"
#include "sim/base/calendar.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/scoring/scoring_period.hpp
/// Which months are scored, and up to which month the reference forecasts see observations.

namespace models {

/// Days that a result file covers.
struct SimulatedDays {
    std::string file = {};  ///< For messages.
    sim::Date first = {};
    sim::Date last = {};
    std::optional<sim::Date> observed_until = {};  ///< Last day whose violence was observed.
};

/// Read /totals/time and /observed_past/until. \throws InputError if the file has no day or is
/// damaged.
[[nodiscard]] SimulatedDays simulated_days(sim::ResultReader const& file);

/// Months of which every day is covered; none if there is no such month.
[[nodiscard]] MonthRange whole_months(SimulatedDays const& days);

/// Read `YYYY-MM`. \return VIEWS' number, or nothing if the text is not exactly that.
[[nodiscard]] std::optional<std::int32_t> parse_month(std::string_view text);

/// Write `YYYY-MM`. \pre month >= 1
[[nodiscard]] std::string month_text(std::int32_t month);

/// What the user asks for.
struct PeriodRequest {
    std::optional<std::int32_t> from = {};  ///< First month to score.
    std::optional<std::int32_t> to = {};    ///< Last month to score.
    std::optional<sim::Date> restart = {};  ///< Last observed day a re-initialised run used.
};

/// What is scored.
struct ScoringPeriod {
    MonthRange scored;
    std::int32_t last_seen = 0;  ///< Last month that the reference forecasts see.
};

/// Choose the months: those that all files and the observations cover, within what is asked for.
///
/// A run that was re-initialised from observations up to a day is scored from the month after that
/// day's month; the reference forecasts see whole months up to that day.
///
/// \param observed  From the month of the first to that of the last event of the observations.
/// \throws InputError if a month asked for is not covered, no month is left, a file begins too late
///         for the restart, or `from` is another month than the restart says.
[[nodiscard]] ScoringPeriod scoring_period(PeriodRequest const& request,
                                           std::span<SimulatedDays const> files,
                                           MonthRange const& observed);

/// The day up to which observations re-initialised all runs; nothing if none was.
/// \throws InputError if they differ: their leads would too.
[[nodiscard]] std::optional<sim::Date> common_restart(std::span<SimulatedDays const> files);

/// Whether a run can have been re-initialised from observations up to a day: its violence was
/// observed until then, or it began no earlier.
[[nodiscard]] bool is_reinitialised(SimulatedDays const& file, sim::Date restart) noexcept;

}  // namespace models
