#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/scoring/count_table.hpp"
#include "models/scoring/spatial_scores.hpp"

/// \file models/scoring/forecast_scores.hpp
/// All scores of a table of draws against observed counts.

namespace models {

/// Scores of one forecast over some months. Those without `optional` are means over unit-months;
/// the others compare, unit by unit, the mean of draws and months with the mean of observed months.
struct ForecastScores {
    std::uint32_t draws = 0;
    MonthRange months = {};
    double crps = 0.0;
    double crps_log1p = 0.0;
    double ignorance = 0.0;   ///< [bit]
    double interval90 = 0.0;  ///< MIS with alpha = 0.1.
    double coverage50 = 0.0;  ///< Share of unit-months inside the interval; 0.5 is right.
    double coverage90 = 0.0;  ///< 0.9 is right; more where many counts are 0.
    std::optional<double> bias_ratio = {};
    std::optional<double> moran_difference = {};
    std::optional<double> top10_overlap = {};
    std::optional<double> jensen_shannon = {};
};

/// Scores of all months, and of every month alone.
struct ScoredForecast {
    ForecastScores all;
    std::vector<ForecastScores> by_month;
};

/// Score a forecast. The same bytes for any number of threads.
///
/// \param observed    One draw, with all months of the forecast, and the same units.
/// \param neighbours  Units that touch; without any there is no Moran difference.
[[nodiscard]] ScoredForecast score_forecast(CountTable const& forecast, CountTable const& observed,
                                            std::span<UnitPair const> neighbours);

}  // namespace models
