#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/scoring/count_table.hpp"
#include "models/scoring/scoring_period.hpp"
#include "sim/random/stream.hpp"

/// \file models/scoring/reference_forecasts.hpp
/// Simple forecasts from past observations alone, which a model has to beat.
///
/// As the benchmarks of the VIEWS prediction challenge 2023/24 (Hegre et al. 2024,
/// arXiv:2407.11045), on our units and with what is known before the first scored month.

namespace models {

/// Months that the references look back, as VIEWS' do.
inline constexpr std::uint32_t reference_months = 12;

/// Draws of the references that are random, as many as VIEWS asks of forecasts.
inline constexpr std::uint32_t reference_draws = 1000;

/// One of them.
struct ReferenceForecast {
    std::string name;
    std::optional<CountTable> counts;  ///< Nothing if what it needs was not observed.
    std::string note;                  ///< Why there is none, or what it lacks; else empty.
};

/// Values of every unit in its last 12 months, each a draw, for all months alike (VIEWS'
/// "conflictology").
[[nodiscard]] ReferenceForecast same_unit_forecast(CountTable const& observed,
                                                   ScoringPeriod const& period);

/// Poisson draws about the last month of every unit; streams: purpose::reference_poisson.
[[nodiscard]] ReferenceForecast last_value_forecast(CountTable const& observed,
                                                    ScoringPeriod const& period, sim::Seed seed);

/// One draw of 0.
[[nodiscard]] ReferenceForecast all_zero_forecast(CountTable const& observed,
                                                  ScoringPeriod const& period);

/// Draws, each as likely, from the last 12 months of all units; streams:
/// purpose::reference_bootstrap.
[[nodiscard]] ReferenceForecast bootstrap_forecast(CountTable const& observed,
                                                   ScoringPeriod const& period, sim::Seed seed);

/// All four, in this order. The same for any number of threads.
///
/// \param observed  One draw, whatever months are known; those after period.last_seen are not read.
[[nodiscard]] std::vector<ReferenceForecast> reference_forecasts(CountTable const& observed,
                                                                 ScoringPeriod const& period,
                                                                 sim::Seed seed);

}  // namespace models
