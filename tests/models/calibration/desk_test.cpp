#include "models/calibration/desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "models/calibration/emulated.hpp"
#include "models/calibration/phases.hpp"
#include "models/calibration/purposes.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

using sim::calibration::Points;
using sim::calibration::PriorKind;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A scenario of two figures, refugees and deaths, for a model of our own.
Scenario two_figures() {
    Scenario scenario;
    scenario.name = "made up";
    scenario.first_day = sim::make_date(2012, 1, 1);
    scenario.last_day = sim::make_date(2012, 12, 31);
    for (auto const* id : {"deaths", "refugees"}) {
        DocumentedFigure figure;
        figure.id = id;
        figure.quantity = id[0] == 'd' ? FigureQuantity::deaths : FigureQuantity::refugees;
        figure.start = figure.end = sim::make_date(2012, 2, 1);
        figure.central = id[0] == 'd' ? std::exp(4.0) - 1.0 : std::exp(6.0) - 1.0;
        figure.use = FigureUse::target;
        scenario.figures.push_back(figure);
    }
    return scenario;
}

CalibrationStudy study() {
    CalibrationStudy made;
    made.name = "s";
    made.parameters = {{.key = "a.a", .prior = {PriorKind::uniform, 2.0, 8.0}},
                       {.key = "b.b", .prior = {PriorKind::uniform, 2.0, 8.0}}};
    made.targets.error = 0.05;
    made.targets.discrepancy = 0.05;
    made.posterior = {.draws = 100, .seeds = 3};
    return made;
}

/// log(1 + deaths) is a, log(1 + refugees) is b, with a little luck.
std::vector<RunRecord> linear(std::span<RunRequest const> requests) {
    std::vector<RunRecord> records;
    for (auto const& request : requests) {
        double const luck = 0.02 * (static_cast<double>(request.seed % 1000) / 500.0 - 1.0);
        records.push_back({.figures = {std::expm1(request.values[0] + luck),
                                       std::expm1(request.values[1] + luck)}});
    }
    return records;
}

TEST(ParameterSpace, KeepsWhatDoesNotVaryAtItsMedian) {
    ParameterSpace space{study().parameters, {1}};
    space.parameters[1].is_whole = true;
    auto const values = space.values({1, {0.0, 0.6, 1.0}});
    EXPECT_EQ(values.columns, 2U);
    EXPECT_EQ(values.values, (std::vector<double>{5.0, 2.0, 5.0, 6.0, 5.0, 8.0}));
}

TEST(MeanRows, LeavesOutWhatFailed) {
    Points const rows{2, {1.0, none, 3.0, none, 5.0, 1.0, none, 2.0}};
    auto const means = mean_rows(rows, 2);
    EXPECT_EQ(means.rows(), 2U);
    EXPECT_EQ(means.row(0)[0], 2.0);
    EXPECT_TRUE(std::isnan(means.row(0)[1]));
    EXPECT_EQ(means.row(1)[0], 5.0);
    EXPECT_EQ(means.row(1)[1], 1.5);
}

TEST(WithError, IsNormalAndByNumberOfTheRow) {
    StudyTargets targets;
    targets.targets.resize(1);
    targets.targets[0].target.observation_variance = 0.09;
    targets.targets[0].target.discrepancy_variance = 0.16;
    sim::calibration::Draws const draws{sim::Seed{7}, purpose::calibration_error};
    std::size_t const n = 20'000;
    auto const all = with_error(targets, draws, 0, {1, std::vector<double>(n, 1.0)});
    auto const last = with_error(targets, draws, 5, {1, std::vector<double>(n - 5, 1.0)});
    EXPECT_TRUE(std::equal(last.values.begin(), last.values.end(), all.values.begin() + 5));
    double mean = 0.0, squares = 0.0;
    for (double const value : all.values) mean += value / n;
    for (double const value : all.values) squares += (value - 1.0) * (value - 1.0) / n;
    EXPECT_NEAR(mean, 1.0, 5.0 * 0.5 / std::sqrt(n));
    EXPECT_NEAR(squares, 0.25, 5.0 * 0.25 * std::sqrt(2.0 / n));
}

TEST(CalibrationDesk, GivesRunsLuckOfTheirOwnOrTheSame) {
    auto const scenario = two_figures();
    CalibrationDesk desk{study(), scenario, linear, {}};
    desk.probe();
    Points const points{2, {0.1, 0.2, 0.3, 0.4}};
    auto const seeds = [&](std::size_t first) {
        std::set<std::uint64_t> all;
        for (auto i = first; i < desk.runs().size(); ++i) all.insert(desk.runs()[i].request.seed);
        return all.size();
    };
    static_cast<void>(desk.run(CalibrationPhase::history, 1, points, 3, Luck::of_its_own));
    EXPECT_EQ(seeds(1), 6U);
    static_cast<void>(desk.run(CalibrationPhase::history, 2, points, 3, Luck::of_its_own));
    EXPECT_EQ(seeds(1), 12U);  // nor is that of another wave the same
    static_cast<void>(desk.run(CalibrationPhase::screening, 0, points, 3, Luck::shared));
    EXPECT_EQ(seeds(13), 3U);
}

TEST(CalibrationDesk, CountsFailedRuns) {
    auto const scenario = two_figures();
    MakeRuns const make = [](std::span<RunRequest const> requests) {
        auto records = linear(requests);
        if (requests.size() > 1) records[1] = {.has_failed = true};
        return records;
    };
    CalibrationDesk desk{study(), scenario, make, {}};
    desk.probe();
    auto const outputs =
        desk.run(CalibrationPhase::abc, 0, {2, {0.1, 0.2, 0.3, 0.4}}, 1, Luck::of_its_own);
    EXPECT_EQ(desk.failed(), 1U);
    EXPECT_TRUE(std::isnan(outputs.row(1)[0]));
    EXPECT_NEAR(outputs.row(0)[0], 2.6, 0.021);
}

TEST(Calibrate, FindsTheTruthOfALinearModel) {
    auto const scenario = two_figures();
    auto wanted = study();
    wanted.screening = ScreeningPhase{.morris = {.trajectories = 4, .candidates = 10}};
    wanted.optimise = OptimisePhase{.search = {.evaluations = 60}};
    wanted.history = HistoryPhase{.options = {.runs = 20, .waves = 2}, .seeds = 2};
    wanted.history->options.fit = {.starts = 1, .evaluations_each = 20};
    wanted.history->options.sample = {.wanted = 100, .candidates = 4000, .steps = 10};
    wanted.abc = AbcPhase{.options = {.particles = 200, .generations = 4}, .batch = 50};
    std::map<std::string, std::string> files;
    CalibrationSink sink;
    sink.keep = [&](std::string const& name, std::string const& text) { files[name] = text; };
    CalibrationDesk desk{wanted, scenario, linear, sink};
    calibrate(desk, CalibrationPhase::report);
    for (auto const* name : {"screening.csv", "optimum.csv", "waves.csv", "implausibility.csv",
                             "generations.csv", "posterior.csv", "report.md", "runs.csv"}) {
        EXPECT_TRUE(files.contains(name)) << name;
    }
    // The last runs are at the posterior median: a is 4 and b is 6, sd sqrt(0.05^2 + 0.05^2).
    auto const& median = desk.runs().back().request.values;
    EXPECT_NEAR(median[0], 4.0, 0.05);
    EXPECT_NEAR(median[1], 6.0, 0.05);
    EXPECT_NE(files["log.txt"].find("2 of 2 targets within 2"), std::string::npos)
        << files["log.txt"];
    // History matching leaves little: 3 sd of about 0.08 on each side, of a width of 6.
    auto const share = files["waves.csv"].substr(files["waves.csv"].find('\n') + 1);
    EXPECT_NE(files["log.txt"].find("history: wave 1, 20 points x 2 seeds"), std::string::npos);
    EXPECT_FALSE(share.empty());
}

TEST(Emulated, FindsTheTruthOfALinearModel) {
    auto const scenario = two_figures();
    CalibrationDesk desk{study(), scenario, linear, {}};
    desk.probe();
    auto const emulated = emulate(desk, {.points = 60}, nullptr);
    EXPECT_EQ(emulated.inputs.rows(), 60U);
    auto const draws = desk.space().values(emulated_draws(desk, {}, emulated));
    ASSERT_EQ(draws.rows(), 100U);
    double a = 0.0, b = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < draws.rows(); ++i) {
        a += draws.row(i)[0] / 100.0;
        b += draws.row(i)[1] / 100.0;
        squares += std::pow(draws.row(i)[0] - 4.0, 2) / 100.0;
    }
    // The law of each is normal with sd sqrt(0.05^2 + 0.05^2 + luck), of which a mean has a tenth.
    EXPECT_NEAR(a, 4.0, 0.04);
    EXPECT_NEAR(b, 6.0, 0.04);
    EXPECT_NEAR(std::sqrt(squares), 0.071, 0.025);
}

TEST(Emulated, KnowsWhatHistoryMatchingLeft) {
    auto const scenario = two_figures();
    auto wanted = study();
    wanted.history = HistoryPhase{.options = {.runs = 20, .waves = 1}};
    wanted.history->options.fit = {.starts = 1, .evaluations_each = 20};
    wanted.history->options.sample = {.wanted = 100, .candidates = 4000, .steps = 10};
    wanted.emulator = EmulatorPhase{.points = 60};
    CalibrationDesk desk{wanted, scenario, linear, {}};
    desk.probe();
    auto const left = match_history(desk, *wanted.history);
    auto const emulated = emulate(desk, *wanted.emulator, &left);
    EXPECT_GT(emulated.own, 50U);
    EXPECT_GE(emulated.inputs.rows(), emulated.own);
    auto const own = emulated.prior.from_box(emulated.inputs);
    for (auto const inside : emulated.prior.contains(own)) EXPECT_EQ(inside, 1);
    for (std::size_t i = 0; i < own.values.size(); ++i) {
        EXPECT_GE(emulated.inputs.values[i], 0.0);
        EXPECT_LE(emulated.inputs.values[i], 1.0);
        EXPECT_NEAR(emulated.prior.to_box(own).values[i], emulated.inputs.values[i], 1e-12);
    }
    auto const draws = desk.space().values(emulated_draws(desk, {}, emulated));
    double a = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < draws.rows(); ++i) a += draws.row(i)[0] / 100.0;
    for (std::size_t i = 0; i < draws.rows(); ++i) {
        squares += std::pow(draws.row(i)[0] - a, 2) / 100.0;
    }
    EXPECT_NEAR(a, 4.0, 0.04);
    EXPECT_NEAR(std::sqrt(squares), 0.071, 0.025);
    auto const truths =
        prove(desk, {.truths = 20, .folds = 3, .bins = 4, .particles = 99}, {}, emulated);
    EXPECT_NE(truths.find("20 runs stood in for the world"), std::string::npos) << truths;
}

TEST(Emulated, TakesTheErrorsOfAFamilyForShared) {
    auto scenario = two_figures();
    for (auto& figure : scenario.figures) figure.quantity = FigureQuantity::deaths;
    auto wanted = study();
    for (auto const by : {WeightBy::family, WeightBy::figure, WeightBy::root}) {
        wanted.targets.weights = by;
        CalibrationDesk desk{wanted, scenario, linear, {}};
        desk.probe();
        auto const emulated = emulate(desk, {.points = 30}, nullptr);
        for (auto const& target : emulated.targets) {
            double const times = by == WeightBy::family ? 2.0
                                 : by == WeightBy::root ? std::sqrt(2.0)
                                                        : 1.0;
            EXPECT_NEAR(target.observation_variance, times * 0.0025, 1e-15);
            EXPECT_NEAR(target.discrepancy_variance, times * 0.0025, 1e-15);
        }
    }
}

TEST(CalibrationDesk, MakesOnceWhatIsRemembered) {
    auto const scenario = two_figures();
    std::map<std::string, std::string> kept;
    CalibrationSink sink;
    sink.recall = [&](std::string const& name, std::string const& from) {
        auto const found = kept.find(name + from);
        return found == kept.end() ? std::nullopt : std::optional{found->second};
    };
    sink.remember = [&](std::string const& name, std::string const& from,
                        std::string const& bytes) { kept[name + from] = bytes; };
    CalibrationDesk const desk{study(), scenario, linear, sink};
    int made = 0;
    auto const make = [&made] {
        ++made;
        return std::vector<std::string>{"a", std::string{"b\0c", 3}};
    };
    auto const first = desk.once("x", "1", make);
    EXPECT_EQ(desk.once("x", "1", make), first);
    EXPECT_EQ(made, 1);
    EXPECT_EQ(desk.once("x", "2", make), first);
    EXPECT_EQ(made, 2);
}

TEST(SamplePosterior, RunsOnlyWhatHistoryMatchingLeft) {
    auto const scenario = two_figures();
    auto wanted = study();
    CalibrationDesk desk{wanted, scenario, linear, {}};
    desk.probe();
    HistoryPhase history{.options = {.runs = 20, .waves = 1}};
    history.options.fit = {.starts = 1, .evaluations_each = 20};
    history.options.sample = {.wanted = 100, .candidates = 4000, .steps = 10};
    auto const left = match_history(desk, history);
    auto const before = desk.runs().size();
    AbcPhase const abc{.options = {.particles = 100, .generations = 1}, .batch = 50};
    auto const particles = sample_posterior(desk, abc, &left, model_simulator(desk));
    EXPECT_EQ(particles.unit.rows(), 100U);
    ASSERT_GT(desk.runs().size(), before + 100);
    for (auto i = before; i < desk.runs().size(); ++i) {
        EXPECT_NEAR(desk.runs()[i].request.values[0], 4.0, 0.6);
        EXPECT_NEAR(desk.runs()[i].request.values[1], 6.0, 0.6);
    }
}

}  // namespace
}  // namespace models
