#include "sim/calibration/morris.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

/// One trajectory: the level of each parameter, then one parameter after the other jumps.
Points one_trajectory(Stream& draw, std::size_t parameters, std::uint32_t levels) {
    std::vector<double> point(parameters);
    for (double& value : point) value = (draw.below(levels) + 0.5) / levels;
    std::vector<std::size_t> order(parameters);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = parameters - 1; i > 0; --i) {
        std::swap(order[i], order[draw.below(static_cast<std::uint32_t>(i + 1))]);
    }
    Points trajectory{parameters, {}};
    trajectory.add(point);
    for (std::size_t const j : order) {
        point[j] += point[j] < 0.5 ? 0.5 : -0.5;
        trajectory.add(point);
    }
    return trajectory;
}

/// Sum of the distances between all points of one and all points of the other.
double distance(Points const& a, Points const& b) noexcept {
    double total = 0.0;
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t k = 0; k < b.rows(); ++k) {
            double sum = 0.0;
            for (std::size_t j = 0; j < a.columns; ++j) {
                double const gap = a.row(i)[j] - b.row(k)[j];
                sum += gap * gap;
            }
            total += std::sqrt(sum);
        }
    }
    return total;
}

/// Numbers of the chosen candidates, in the order of choice.
std::vector<std::size_t> spread_choice(std::vector<Points> const& candidates,
                                       std::uint32_t wanted) {
    std::vector<double> squared(candidates.size(), 0.0);  // to all chosen ones
    std::vector<std::size_t> chosen{0};
    std::vector<char> taken(candidates.size(), 0);
    taken[0] = 1;
    while (chosen.size() < wanted) {
        Points const& last = candidates[chosen.back()];
        for_rows(static_cast<std::uint32_t>(candidates.size()), [&](std::uint32_t i) noexcept {
            double const gap = distance(candidates[i], last);
            squared[i] += gap * gap;
        });
        std::size_t best = candidates.size();
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (!taken[i] && (best == candidates.size() || squared[i] > squared[best])) best = i;
        }
        taken[best] = 1;
        chosen.push_back(best);
    }
    return chosen;
}

ElementaryEffects summary(std::vector<double> const& effects) {
    ElementaryEffects result;
    result.count = static_cast<std::uint32_t>(effects.size());
    if (effects.empty()) return result;
    double const n = static_cast<double>(effects.size());
    for (double const effect : effects) {
        result.mean += effect / n;
        result.mean_absolute += std::abs(effect) / n;
    }
    if (effects.size() < 2) return result;
    double squares = 0.0, absolute_squares = 0.0;
    for (double const effect : effects) {
        squares += std::pow(effect - result.mean, 2);
        absolute_squares += std::pow(std::abs(effect) - result.mean_absolute, 2);
    }
    result.sd = std::sqrt(squares / (n - 1.0));
    result.standard_error = std::sqrt(absolute_squares / (n - 1.0) / n);
    return result;
}

/// The parameter in which two neighbouring points differ.
std::size_t changed(std::span<double const> before, std::span<double const> after) {
    for (std::size_t j = 0; j < before.size(); ++j) {
        if (before[j] != after[j]) return j;
    }
    SIM_EXPECTS(false && "neighbours of a trajectory differ");
    return 0;
}

}  // namespace

Points morris_design(Draws draws, std::size_t parameters, MorrisOptions const& options) {
    SIM_EXPECTS(parameters >= 1 && options.trajectories >= 2);
    SIM_EXPECTS(options.candidates >= options.trajectories);
    SIM_EXPECTS(options.levels >= 2 && options.levels % 2 == 0);
    std::vector<Points> candidates;
    for (std::uint32_t i = 0; i < options.candidates; ++i) {
        Stream draw{draws.seed, draws.purpose, i, Day{0}};
        candidates.push_back(one_trajectory(draw, parameters, options.levels));
    }
    Points design{parameters, {}};
    for (std::size_t const i : spread_choice(candidates, options.trajectories)) {
        auto const& values = candidates[i].values;
        design.values.insert(design.values.end(), values.begin(), values.end());
    }
    return design;
}

std::vector<ElementaryEffects> elementary_effects(Points const& design, Points const& outputs) {
    SIM_EXPECTS(design.rows() == outputs.rows());
    SIM_EXPECTS(design.columns > 0 && design.rows() % (design.columns + 1) == 0);
    std::size_t const parameters = design.columns;
    std::vector<std::vector<double>> effects(outputs.columns * parameters);
    for (std::size_t i = 1; i < design.rows(); ++i) {
        if (i % (parameters + 1) == 0) continue;  // the next trajectory begins here
        std::size_t const j = changed(design.row(i - 1), design.row(i));
        double const step = design.row(i)[j] - design.row(i - 1)[j];
        for (std::size_t k = 0; k < outputs.columns; ++k) {
            double const effect = (outputs.row(i)[k] - outputs.row(i - 1)[k]) / step;
            if (std::isfinite(effect)) effects[k * parameters + j].push_back(effect);
        }
    }
    std::vector<ElementaryEffects> results;
    results.reserve(effects.size());
    for (auto const& one : effects) results.push_back(summary(one));
    return results;
}

}  // namespace sim::calibration
