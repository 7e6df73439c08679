#include "sim/calibration/saved_state.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace sim::calibration {
namespace {

Draws const draws{Seed{41}, Purpose{5}};

/// Two outputs of two parameters.
Points outputs_of(Points const& points) {
    Points outputs{2, {}};
    for (std::size_t i = 0; i < points.rows(); ++i) {
        auto const p = points.row(i);
        outputs.add(std::vector<double>{p[0] + p[1], p[0] * p[1]});
    }
    return outputs;
}

std::vector<Target> targets() {
    return {{0, 1.2, Side::equal, 1e-3, 0.0}};
}

TEST(SavedState, BringsBackAnAbcThatGoesOnTheSame) {
    AbcOptions const options{.particles = 60, .generations = 3};
    AbcSmc whole = start_abc(2), resumed = load_abc(save(whole));
    while (whole.end == AbcEnd::none) {
        ask_abc(whole, draws, 25);
        ask_abc(resumed, draws, 25);
        resumed = load_abc(save(resumed));
        give_outputs(whole, targets(), outputs_of(whole.wanted), options);
        give_outputs(resumed, targets(), outputs_of(resumed.wanted), options);
        resumed = load_abc(save(resumed));
        ASSERT_EQ(save(resumed), save(whole));
    }
    EXPECT_EQ(resumed.end, AbcEnd::generations);
    EXPECT_EQ(resumed.population.points, whole.population.points);
    EXPECT_TRUE(std::isinf(resumed.generations[0].tolerance));
    EXPECT_EQ(resumed.simulations, whole.simulations);
}

TEST(SavedState, BringsBackAHistoryThatGoesOnTheSame) {
    HistoryOptions options;
    options.runs = 15;
    options.waves = 2;
    options.sample = {.wanted = 60, .candidates = 1'000, .steps = 5};
    HistoryMatching whole = start_history_matching(draws, 2, options);
    HistoryMatching resumed = load_history_matching(save(whole));
    while (whole.end == HistoryEnd::none) {
        give_outputs(whole, draws, targets(), outputs_of(whole.wanted), options);
        give_outputs(resumed, draws, targets(), outputs_of(resumed.wanted), options);
        resumed = load_history_matching(save(resumed));
        ASSERT_EQ(save(resumed), save(whole));
    }
    ASSERT_EQ(resumed.waves.size(), 2U);
    EXPECT_EQ(resumed.waves[1].emulators[0].parameters.length,
              whole.waves[1].emulators[0].parameters.length);
    EXPECT_TRUE(resumed.waves[1].emulators[1].outputs.empty());  // no target is about it
    EXPECT_EQ(resumed.sample, whole.sample);
}

TEST(SavedState, BringsBackASearchThatGoesOnTheSame) {
    auto const value = [](std::span<double const> x) {
        return std::pow(x[0] - 0.3, 2) + std::pow(x[1] - x[0], 2);
    };
    std::vector<double> const start{0.9, 0.1}, lower{0.0, 0.0}, upper{1.0, 1.0};
    NelderMead whole = start_nelder_mead(start, 0.2, lower, upper);
    NelderMead resumed = whole;
    while (!is_finished(whole)) {
        std::vector<double> values;
        for (std::size_t i = 0; i < whole.wanted.rows(); ++i) {
            values.push_back(value(whole.wanted.row(i)));
        }
        give_values(whole, values, {});
        give_values(resumed, values, {});
        resumed = load_nelder_mead(save(resumed));
        ASSERT_EQ(save(resumed), save(whole));
    }
    EXPECT_EQ(resumed.stage, NelderMeadStage::converged);
    EXPECT_EQ(resumed.corners, whole.corners);
}

/// What loading says of a spoilt state.
std::string problem_of(SavedState const& saved) {
    try {
        static_cast<void>(load_abc(saved));
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(SavedState, RefusesColumnsThatAreMissingOrWrong) {
    AbcSmc state = start_abc(2);
    ask_abc(state, draws, 3);
    SavedState const good = save(state);
    EXPECT_EQ(problem_of(good), "");
    SavedState bad = good;
    bad.erase("growing.weights");
    EXPECT_NE(problem_of(bad).find("'growing.weights' (must be there)"), std::string::npos);
    bad = good;
    bad["tolerance"] = {1.0, 2.0};
    EXPECT_NE(problem_of(bad).find("'tolerance' (must be one number)"), std::string::npos);
    for (double const wrong : {-1.0, 0.5, std::numeric_limits<double>::quiet_NaN(), 1e10}) {
        bad = good;
        bad["next_proposal"] = {wrong};
        EXPECT_NE(problem_of(bad).find("'next_proposal' (must be whole"), std::string::npos);
    }
    bad = good;
    bad["wanted.values"].pop_back();
    EXPECT_NE(problem_of(bad).find("'wanted.values' (must be rows"), std::string::npos);
    bad = good;
    bad["generations"] = {1e9};
    EXPECT_NE(problem_of(bad).find("'generations' (must be the number"), std::string::npos);
}

}  // namespace
}  // namespace sim::calibration
