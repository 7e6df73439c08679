#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/facts/fact_context.hpp"

/// \file models/facts/timing.hpp
/// When events happen: gaps between them, counts by day and month, days of the week, seasons.

namespace models {

/// Whole days between each event and the next, 0 on one day; one shorter than the list of days.
[[nodiscard]] std::vector<double> gaps_of(std::vector<sim::Date> days);

/// Burstiness (s - m) / (s + m) of gaps with mean m and standard deviation s (divisor n): -1 for a
/// regular sequence, 0 for a Poisson process (Goh and Barabasi 2008,
/// doi:10.1209/0295-5075/81/48002). Dates are whole days, which adds to s: a Poisson process of
/// r events a day has about 0 for r < 0.1, and .09 for r = 1.7. Nothing below 10 gaps, or if all
/// are 0.
[[nodiscard]] std::optional<double> burstiness(std::span<double const> gaps);

/// Memory: correlation of each gap with the next (the same paper). Nothing below 10 gaps.
[[nodiscard]] std::optional<double> memory(std::span<double const> gaps);

/// Chi-squared with 6 degrees of freedom of the days of the week, against the number of each day of
/// the week in the period. Nothing if the period is shorter than a week, or without events.
[[nodiscard]] std::optional<double> weekday_chi2(std::span<sim::Date const> days,
                                                 FactContext const& context);

/// gap_burstiness and gap_memory, whole country and by region (gap_burstiness_REGION, the name
/// folded); daily_events_mean, _dispersion, _acf1, _acf7; monthly_events_dispersion, _acf1;
/// monthly_deaths_dispersion; monthly_log_deaths_acf1 and the monthly_log_deaths_change_sd and
/// _acf1 of its changes (of 1 + deaths); weekday_chi2 of events whose day is known;
/// season_events_aug_sep and season_deaths_aug_sep, the daily rate of August and September over
/// that of all days, full calendar years only.
[[nodiscard]] FactReport timing_facts(ObservedEvents events, FactContext const& context);

}  // namespace models
