#include "models/facts/figure_validation.hpp"

#include <algorithm>
#include <cmath>

#include "models/facts/statistics.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr double alpha = 0.1;
constexpr double normal_quantile_95 = 1.6448536269514722;
constexpr double longest_ratio = 1.5;

bool are_of_one_length(FigureSample const& a, FigureSample const& b) noexcept {
    if (a.days == 0.0 || b.days == 0.0) return a.days == b.days;
    return std::max(a.days, b.days) <= longest_ratio * std::min(a.days, b.days);
}

// Middle of the documented range in logs, or its only end.
std::optional<double> log_centre(FigureSample const& figure) noexcept {
    if (figure.low && figure.high) return (std::log1p(*figure.low) + std::log1p(*figure.high)) / 2;
    if (figure.low) return std::log1p(*figure.low);
    if (figure.high) return std::log1p(*figure.high);
    return std::nullopt;
}

void add_baseline(FigureScore& score, FigureSample const& figure,
                  std::vector<FigureSample> const& figures) {
    std::vector<double> logs;
    for (auto const& other : figures) {
        if (other.family != figure.family || !are_of_one_length(figure, other)) continue;
        if (auto const centre = log_centre(other)) logs.push_back(*centre);
    }
    score.relatives = logs.size();
    auto const variance = variance_of(logs);
    if (!variance) return;
    double const mean = *mean_of(logs), reach = normal_quantile_95 * std::sqrt(*variance);
    score.baseline =
        Interval{.low = std::max(std::expm1(mean - reach), 0.0), .high = std::expm1(mean + reach)};
    score.baseline_score = interval_score(*score.baseline, figure.low, figure.high, alpha);
}

FigureScore score_of(FigureSample const& figure, std::vector<FigureSample> const& figures) {
    FigureScore score;
    score.simulated = spread_of(figure.simulated);
    if (!score.simulated) return score;
    auto const& seen = *score.simulated;
    auto const overlaps = [&figure](double low, double high) {
        return (!figure.low || high >= *figure.low) && (!figure.high || low <= *figure.high);
    };
    score.is_in = overlaps(seen.low, seen.high);
    score.is_median_in = overlaps(seen.median, seen.median);
    score.score = interval_score({seen.low, seen.high}, figure.low, figure.high, alpha);
    add_baseline(score, figure, figures);
    return score;
}

}  // namespace

double interval_score(Interval interval, std::optional<double> low, std::optional<double> high,
                      double alpha_of_interval) {
    SIM_EXPECTS(interval.low >= 0.0 && interval.low <= interval.high);
    SIM_EXPECTS(alpha_of_interval > 0.0 && alpha_of_interval < 1.0);
    double const from = std::log1p(interval.low), to = std::log1p(interval.high);
    double miss = 0.0;
    if (low) miss = std::max(miss, std::log1p(*low) - to);
    if (high) miss = std::max(miss, from - std::log1p(*high));
    return to - from + 2.0 / alpha_of_interval * miss;
}

std::vector<FigureScore> score_figures(std::vector<FigureSample> const& figures) {
    std::vector<FigureScore> scores;
    for (auto const& figure : figures) scores.push_back(score_of(figure, figures));
    return scores;
}

FigureTally tally_of(std::vector<FigureScore> const& scores) {
    FigureTally tally;
    std::vector<double> all, compared, baseline;
    for (auto const& score : scores) {
        if (!score.simulated) {
            ++tally.not_simulated;
            continue;
        }
        score.is_in ? ++tally.in : ++tally.out;
        if (score.is_median_in) ++tally.medians_in;
        all.push_back(*score.score);
        if (!score.baseline_score) continue;
        compared.push_back(*score.score);
        baseline.push_back(*score.baseline_score);
    }
    tally.score = mean_of(all);
    tally.compared = compared.size();
    tally.compared_score = mean_of(compared);
    tally.baseline_score = mean_of(baseline);
    return tally;
}

}  // namespace models
