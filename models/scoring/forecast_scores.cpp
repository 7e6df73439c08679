#include "models/scoring/forecast_scores.hpp"

#include <algorithm>

#include "models/scoring/score_kernels.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

namespace {

constexpr double wide = 0.1;    // alpha of the 90 % interval
constexpr double narrow = 0.5;  // alpha of the 50 % interval

// Counts of draws gathered at a time, so that memory does not grow with the table.
constexpr std::uint32_t gathered_counts = 1U << 23;
// Unit-months gathered together: as many as share a line of the processor's cache.
constexpr std::uint32_t tile = 16;

// Scores of every unit-month, shape (months, units) each.
struct CellScores {
    explicit CellScores(std::uint32_t cells)
        : crps(cells),
          crps_log1p(cells),
          ignorance(cells),
          interval90(cells),
          coverage50(cells),
          coverage90(cells),
          mean(cells) {}

    std::vector<double> crps, crps_log1p, ignorance, interval90, coverage50, coverage90, mean;
};

void score_cell(std::span<std::uint32_t> draws, std::uint32_t observed, std::uint32_t cell,
                CellScores& scores) {
    std::ranges::sort(draws);
    std::uint64_t sum = 0;
    for (auto const draw : draws) sum += draw;
    auto const interval90 = central_interval(draws, wide);
    scores.mean[cell] = static_cast<double>(sum) / static_cast<double>(draws.size());
    scores.crps[cell] = crps(draws, observed);
    scores.crps_log1p[cell] = crps_log1p(draws, observed);
    scores.ignorance[cell] = ignorance(draws, observed);
    scores.interval90[cell] = interval_score(interval90, wide, observed);
    scores.coverage50[cell] = central_interval(draws, narrow).covers(observed) ? 1.0 : 0.0;
    scores.coverage90[cell] = interval90.covers(observed) ? 1.0 : 0.0;
}

CellScores score_cells(CountTable const& forecast, std::span<std::uint32_t const> observed) {
    auto const n = forecast.draws();
    auto const cells = forecast.cells();
    auto const values = forecast.values();
    CellScores scores{cells};
    auto const tiles = (cells + tile - 1) / tile;
    auto const at_once = std::clamp(gathered_counts / n / tile, 1U, tiles);
    std::vector<std::uint32_t> gathered(std::size_t{at_once} * tile * n);
    for (std::uint32_t start = 0; start < tiles; start += at_once) {
        sim::for_rows(std::min(at_once, tiles - start), [&](std::uint32_t row) noexcept {
            auto const first = (start + row) * tile;
            auto const width = std::min(tile, cells - first);
            auto const mine = std::span{gathered}.subspan(std::size_t{row} * tile * n);
            for (std::size_t draw = 0; draw < n; ++draw) {
                for (std::size_t i = 0; i < width; ++i) {
                    mine[i * n + draw] = values[draw * cells + first + i];
                }
            }
            for (std::uint32_t i = 0; i < width; ++i) {
                score_cell(mine.subspan(std::size_t{i} * n, n), observed[first + i], first + i,
                           scores);
            }
        });
    }
    return scores;
}

// Mean over months for every unit. The sum of whole numbers is exact for observations.
template <class Value>
std::vector<double> unit_means(std::span<Value const> values, std::uint32_t months) {
    auto const units = values.size() / months;
    std::vector<double> means(units, 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        means[i % units] += static_cast<double>(values[i]);
    }
    for (auto& mean : means) mean /= months;
    return means;
}

}  // namespace

ScoredForecast score_forecast(CountTable const& forecast, CountTable const& observed,
                              std::span<UnitPair const> neighbours) {
    auto const& months = forecast.months();
    auto const units = forecast.units();
    SIM_EXPECTS(months.count >= 1 && units >= 1 && units == observed.units());
    SIM_EXPECTS(observed.months().contains(months.first) &&
                observed.months().contains(months.last()));
    auto const offset = static_cast<std::size_t>(months.first - observed.months().first) * units;
    auto const seen = observed.draw(0).subspan(offset, forecast.cells());
    auto const cells = score_cells(forecast, seen);

    auto const summary = [&](std::uint32_t first, std::uint32_t count) {
        auto const begin = std::size_t{first} * units;
        auto const size = std::size_t{count} * units;
        auto const mean = [begin, size](std::vector<double> const& scores) {
            return sim::ordered_sum(std::span{scores}.subspan(begin, size)) /
                   static_cast<double>(size);
        };
        auto const simulated =
            unit_means(std::span<double const>{cells.mean}.subspan(begin, size), count);
        auto const observations = unit_means(seen.subspan(begin, size), count);
        return ForecastScores{
            .draws = forecast.draws(),
            .months = {.first = months.first + static_cast<std::int32_t>(first), .count = count},
            .crps = mean(cells.crps),
            .crps_log1p = mean(cells.crps_log1p),
            .ignorance = mean(cells.ignorance),
            .interval90 = mean(cells.interval90),
            .coverage50 = mean(cells.coverage50),
            .coverage90 = mean(cells.coverage90),
            .bias_ratio = bias_ratio(simulated, observations),
            .moran_difference = moran_difference(simulated, observations, neighbours),
            .top10_overlap = top_overlap(simulated, observations),
            .jensen_shannon = jensen_shannon_distance(simulated, observations)};
    };
    ScoredForecast scored{.all = summary(0, months.count), .by_month = {}};
    for (std::uint32_t month = 0; month < months.count; ++month) {
        scored.by_month.push_back(summary(month, 1));
    }
    return scored;
}

}  // namespace models
