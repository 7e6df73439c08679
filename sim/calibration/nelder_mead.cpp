#include "sim/calibration/nelder_mead.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sim::calibration {

namespace {

/// How far points are moved, by the number of parameters.
struct Coefficients {
    double expansion, contraction, shrinkage;
};

Coefficients coefficients(std::size_t parameters) {
    double const d = static_cast<double>(std::max<std::size_t>(parameters, 2));
    return {1.0 + 2.0 / d, 0.75 - 0.5 / d, 1.0 - 1.0 / d};
}

double finite_or_worst(double value) {
    return std::isfinite(value) ? value : std::numeric_limits<double>::infinity();
}

/// Corners by value, best first; equal ones keep their order.
void sort_corners(NelderMead& state) {
    std::vector<std::size_t> order(state.values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return state.values[a] < state.values[b];
    });
    Points corners{state.corners.columns, {}};
    std::vector<double> values;
    for (std::size_t const i : order) {
        corners.add(state.corners.row(i));
        values.push_back(state.values[i]);
    }
    state.corners = std::move(corners);
    state.values = std::move(values);
}

/// centre + factor * (centre - worst), moved into the bounds; centre is that of all but the worst.
std::vector<double> away_from_worst(NelderMead const& state, double factor) {
    std::size_t const d = state.corners.columns;
    std::vector<double> point(d);
    for (std::size_t j = 0; j < d; ++j) {
        double centre = 0.0;
        for (std::size_t i = 0; i < d; ++i) centre += state.corners.row(i)[j];
        centre /= static_cast<double>(d);
        double const moved = centre + factor * (centre - state.corners.row(d)[j]);
        point[j] = std::clamp(moved, state.lower[j], state.upper[j]);
    }
    return point;
}

void want(NelderMead& state, NelderMeadStage stage, std::vector<double> const& point) {
    state.stage = stage;
    state.wanted.values = point;
}

void want_shrunken(NelderMead& state) {
    double const part = coefficients(state.corners.columns).shrinkage;
    state.stage = NelderMeadStage::shrink;
    state.wanted.values.clear();
    std::vector<double> point(state.corners.columns);
    for (std::size_t i = 1; i < state.corners.rows(); ++i) {
        for (std::size_t j = 0; j < point.size(); ++j) {
            double const best = state.corners.row(0)[j];
            point[j] = best + part * (state.corners.row(i)[j] - best);
        }
        state.wanted.add(point);
    }
}

bool is_small(NelderMead const& state, NelderMeadOptions const& options) {
    double spread = 0.0;
    for (std::size_t i = 1; i < state.corners.rows(); ++i) {
        for (std::size_t j = 0; j < state.corners.columns; ++j) {
            spread = std::max(spread, std::abs(state.corners.row(i)[j] - state.corners.row(0)[j]));
        }
    }
    // Two infinite values differ by NaN, which is not small.
    return spread <= options.point_tolerance &&
           state.values.back() - state.values.front() <= options.value_tolerance;
}

/// Ask for a new simplex that has a corner at \p start.
void want_corners(NelderMead& state, std::span<double const> start) {
    state.stage = NelderMeadStage::corners;
    state.wanted.values.assign(start.begin(), start.end());
    for (std::size_t j = 0; j < start.size(); ++j) {
        std::vector<double> corner(start.begin(), start.end());
        double const length = state.step * (state.upper[j] - state.lower[j]);
        corner[j] += corner[j] + length <= state.upper[j] ? length : -length;
        state.wanted.add(corner);
    }
}

/// Begin the next step or a new simplex, or end the search.
void next_step(NelderMead& state, NelderMeadOptions const& options) {
    sort_corners(state);
    state.wanted.values.clear();
    bool const small = is_small(state, options);
    if (small && state.best_before - state.values.front() <= options.value_tolerance) {
        state.stage = NelderMeadStage::converged;
    } else if (state.evaluations >= options.evaluations) {
        state.stage = NelderMeadStage::exhausted;
    } else if (small) {
        state.best_before = state.values.front();
        std::vector<double> const best(state.corners.row(0).begin(), state.corners.row(0).end());
        want_corners(state, best);
    } else {
        want(state, NelderMeadStage::reflection, away_from_worst(state, 1.0));
    }
}

void replace_worst(NelderMead& state, std::span<double const> point, double value) {
    std::copy(point.begin(), point.end(), state.corners.row(state.corners.rows() - 1).begin());
    state.values.back() = value;
}

/// Decide what follows from the value of the reflection.
void after_reflection(NelderMead& state, double value, NelderMeadOptions const& options) {
    auto const by = coefficients(state.corners.columns);
    state.mirrored = state.wanted.values;
    state.mirrored_value = value;
    double const second_worst = state.values[state.values.size() - 2];
    if (value < state.values.front()) {
        want(state, NelderMeadStage::expansion, away_from_worst(state, by.expansion));
    } else if (value < second_worst) {
        replace_worst(state, state.mirrored, value);
        next_step(state, options);
    } else if (value < state.values.back()) {
        want(state, NelderMeadStage::contract_outside, away_from_worst(state, by.contraction));
    } else {
        want(state, NelderMeadStage::contract_inside, away_from_worst(state, -by.contraction));
    }
}

/// Decide what follows from the value of the second point of a step.
void after_second(NelderMead& state, double value, NelderMeadOptions const& options) {
    bool const take_second = value < state.mirrored_value;
    bool const expanded = state.stage == NelderMeadStage::expansion;
    bool const inside = state.stage == NelderMeadStage::contract_inside;
    if (expanded && !take_second) {
        replace_worst(state, state.mirrored, state.mirrored_value);
    } else if (expanded || (inside ? value < state.values.back() : take_second)) {
        replace_worst(state, state.wanted.values, value);
    } else {
        return want_shrunken(state);
    }
    next_step(state, options);
}

}  // namespace

NelderMead start_nelder_mead(std::span<double const> start, double step,
                             std::span<double const> lower, std::span<double const> upper) {
    SIM_EXPECTS(!start.empty() && start.size() == lower.size() && start.size() == upper.size());
    SIM_EXPECTS(step > 0.0 && step <= 0.5);
    NelderMead state;
    state.lower.assign(lower.begin(), lower.end());
    state.upper.assign(upper.begin(), upper.end());
    state.corners.columns = state.wanted.columns = start.size();
    state.step = step;
    for (std::size_t j = 0; j < start.size(); ++j) {
        SIM_EXPECTS(lower[j] < upper[j] && lower[j] <= start[j] && start[j] <= upper[j]);
    }
    want_corners(state, start);
    return state;
}

bool is_finished(NelderMead const& state) noexcept {
    return state.stage == NelderMeadStage::converged || state.stage == NelderMeadStage::exhausted;
}

void give_values(NelderMead& state, std::span<double const> values,
                 NelderMeadOptions const& options) {
    SIM_EXPECTS(!is_finished(state) && values.size() == state.wanted.rows());
    state.evaluations += static_cast<std::uint32_t>(values.size());
    if (state.stage == NelderMeadStage::corners || state.stage == NelderMeadStage::shrink) {
        std::size_t const first = state.stage == NelderMeadStage::corners ? 0 : 1;
        state.corners.values.resize(first * state.corners.columns);
        state.values.resize(first);
        for (std::size_t i = 0; i < values.size(); ++i) {
            state.corners.add(state.wanted.row(i));
            state.values.push_back(finite_or_worst(values[i]));
        }
        next_step(state, options);
    } else if (state.stage == NelderMeadStage::reflection) {
        after_reflection(state, finite_or_worst(values.front()), options);
    } else {
        after_second(state, finite_or_worst(values.front()), options);
    }
}

NelderMead minimise(NelderMead state, NelderMeadOptions const& options,
                    std::function<double(std::span<double const>)> const& value) {
    std::vector<double> values;
    while (!is_finished(state)) {
        values.clear();
        for (std::size_t i = 0; i < state.wanted.rows(); ++i) {
            values.push_back(value(state.wanted.row(i)));
        }
        give_values(state, values, options);
    }
    return state;
}

}  // namespace sim::calibration
