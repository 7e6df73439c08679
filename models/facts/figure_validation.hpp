#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/facts/fact_comparison.hpp"

/// \file models/facts/figure_validation.hpp
/// Documented figures beside what several runs gave, with a proper score and a naive baseline.

namespace models {

/// One documented figure and what each run gave for it.
struct FigureSample {
    std::string id;
    std::string family;  ///< Same for figures of one observer, kind, quantity and side.
    double days = 0.0;   ///< Length of its period [day]; 0 for a stock, whose length is no matter.
    std::optional<double> low;      ///< Nothing: it may be as low as it likes ("at most").
    std::optional<double> high;     ///< Nothing: it may be as high as it likes ("at least").
    std::vector<double> simulated;  ///< Each >= 0; shape (runs that cover it).
};

/// An interval as it was counted, not in logarithms.
struct Interval {
    double low = 0.0, high = 0.0;
};

/// Interval score of a central 1 - alpha interval (Gneiting and Raftery 2007, eq. 43,
/// doi:10.1198/016214506000001437), of log(1 + x): width + 2 / alpha * miss. Logs, because the
/// error of such figures is a factor. The miss is the distance from the interval to the documented
/// range, 0 where they overlap; a range without an end is missed on its other side only, which
/// earns nothing: the width counts in full.
/// \pre 0 <= interval.low <= interval.high, 0 < alpha < 1
[[nodiscard]] double interval_score(Interval interval, std::optional<double> low,
                                    std::optional<double> high, double alpha);

/// How a figure fared.
struct FigureScore {
    std::optional<Spread> simulated;  ///< Nothing if no run gives it; then the rest is empty.
    bool is_in = false;               ///< The 90 % interval of the runs overlaps the range.
    bool is_median_in = false;        ///< Their median lies in the range.
    std::optional<double> score;      ///< interval_score() of their 90 % interval.
    std::size_t relatives = 0;        ///< Figures that the baseline is made from.
    std::optional<Interval> baseline;
    std::optional<double> baseline_score;
};

/// Score every figure. Its baseline knows no model: the mean of log(1 + x) of all figures of its
/// family whose periods are at most 1.5 times as long or short (our assumption), the figure itself
/// included, plus and minus 1.645 of their standard deviations (divisor n - 1). x is the middle of
/// the range in logs, or its only end. It needs two figures. That it has seen the figure itself
/// makes it the harder to beat.
[[nodiscard]] std::vector<FigureScore> score_figures(std::vector<FigureSample> const& figures);

/// Sums over figures that runs gave.
struct FigureTally {
    std::size_t in = 0, out = 0, medians_in = 0, not_simulated = 0;
    std::optional<double> score;  ///< Mean over all of them.
    std::size_t compared = 0;     ///< Those that have a baseline, and the means over them:
    std::optional<double> compared_score, baseline_score;
};
[[nodiscard]] FigureTally tally_of(std::vector<FigureScore> const& scores);

}  // namespace models
