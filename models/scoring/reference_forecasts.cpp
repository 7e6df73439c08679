#include "models/scoring/reference_forecasts.hpp"

#include <algorithm>
#include <utility>

#include "models/purposes.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace models {

namespace {

// The last observed months that may be seen, at most reference_months.
MonthRange past_months(CountTable const& observed, ScoringPeriod const& period) {
    auto const last = std::min(observed.months().last(), period.last_seen);
    auto const first =
        std::max(observed.months().first, last - static_cast<std::int32_t>(reference_months) + 1);
    return {.first = first, .count = static_cast<std::uint32_t>(std::max(last - first + 1, 0))};
}

ReferenceForecast begin(std::string name, CountTable const& observed, ScoringPeriod const& period) {
    auto const past = past_months(observed, period);
    ReferenceForecast forecast{.name = std::move(name), .counts = {}, .note = {}};
    if (past.count == 0) {
        forecast.note = "no observations up to " + month_text(period.last_seen);
    } else if (past.count < reference_months) {
        forecast.note = "from " + std::to_string(past.count) + " months only";
    }
    return forecast;
}

// A stream for every month and unit decides about all draws.
template <class Draw>
CountTable random_table(ScoringPeriod const& period, std::uint32_t units, sim::Seed seed,
                        sim::Purpose purpose, Draw const& draw_of) {
    CountTable table{reference_draws, period.scored, units};
    auto const first = static_cast<std::uint32_t>(period.scored.first);
    sim::for_rows(table.cells(), [&](std::uint32_t cell) noexcept {
        auto const unit = cell % units;
        sim::Stream stream{seed, purpose, unit, sim::Day{first + cell / units}};
        for (std::uint32_t draw = 0; draw < reference_draws; ++draw) {
            table.draw(draw)[cell] = draw_of(stream, unit);
        }
    });
    return table;
}

}  // namespace

ReferenceForecast same_unit_forecast(CountTable const& observed, ScoringPeriod const& period) {
    auto forecast = begin("same unit, last 12 months", observed, period);
    auto const past = past_months(observed, period);
    if (past.count == 0) return forecast;
    CountTable table{past.count, period.scored, observed.units()};
    for (std::uint32_t draw = 0; draw < past.count; ++draw) {
        auto const values = observed.month(0, past.first + static_cast<std::int32_t>(draw));
        for (auto month = period.scored.first; month <= period.scored.last(); ++month) {
            std::ranges::copy(values, table.month(draw, month).begin());
        }
    }
    forecast.counts = std::move(table);
    return forecast;
}

ReferenceForecast last_value_forecast(CountTable const& observed, ScoringPeriod const& period,
                                      sim::Seed seed) {
    auto forecast = begin("last value, Poisson", observed, period);
    auto const past = past_months(observed, period);
    if (past.count == 0) return forecast;
    forecast.note.clear();  // it needs one month only
    auto const means = observed.month(0, past.last());
    forecast.counts =
        random_table(period, observed.units(), seed, purpose::reference_poisson,
                     [means](sim::Stream& stream, std::uint32_t unit) {
                         return means[unit] == 0 ? 0 : sim::poisson(stream, means[unit]);
                     });
    return forecast;
}

ReferenceForecast all_zero_forecast(CountTable const& observed, ScoringPeriod const& period) {
    return {
        .name = "all zero", .counts = CountTable{1, period.scored, observed.units()}, .note = {}};
}

ReferenceForecast bootstrap_forecast(CountTable const& observed, ScoringPeriod const& period,
                                     sim::Seed seed) {
    auto forecast = begin("global bootstrap", observed, period);
    auto const past = past_months(observed, period);
    if (past.count == 0) return forecast;
    std::vector<std::uint32_t> values;
    for (auto month = past.first; month <= past.last(); ++month) {
        auto const here = observed.month(0, month);
        values.insert(values.end(), here.begin(), here.end());
    }
    auto const n = static_cast<std::uint32_t>(values.size());
    forecast.counts = random_table(
        period, observed.units(), seed, purpose::reference_bootstrap,
        [&values, n](sim::Stream& stream, std::uint32_t) { return values[stream.below(n)]; });
    return forecast;
}

std::vector<ReferenceForecast> reference_forecasts(CountTable const& observed,
                                                   ScoringPeriod const& period, sim::Seed seed) {
    SIM_EXPECTS(observed.draws() == 1);
    std::vector<ReferenceForecast> all;
    all.push_back(same_unit_forecast(observed, period));
    all.push_back(last_value_forecast(observed, period, seed));
    all.push_back(all_zero_forecast(observed, period));
    all.push_back(bootstrap_forecast(observed, period, seed));
    return all;
}

}  // namespace models
