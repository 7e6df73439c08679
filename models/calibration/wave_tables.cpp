#include "models/calibration/wave_tables.hpp"

#include <algorithm>
#include <cmath>

#include "models/calibration/purposes.hpp"
#include "sim/calibration/implausibility.hpp"
#include "sim/calibration/quantile.hpp"
#include "sim/parallel/threads.hpp"

namespace models {
namespace {

namespace calibration = sim::calibration;

constexpr std::uint32_t prior_points = 500;  // for shares with an error of 2 %; our choice
constexpr std::uint32_t prior_series = 1;    // apart from the draws of the algorithm

/// Implausibility of each run by what it gave; failed ones are left out. Ascending.
std::vector<double> of_runs(NotRuledOut const& left, HistoryPhase const& phase,
                            calibration::Points const& means) {
    std::vector<double> all;
    for (std::size_t i = 0; i < means.rows(); ++i) {
        std::vector<double> gaps;
        for (auto const& target : left.targets) {
            calibration::Prediction const seen{means.row(i)[target.output], 0.0};
            gaps.push_back(calibration::implausibility(target, seen, 0.0));
        }
        bool const is_whole =
            std::ranges::all_of(gaps, [](double gap) { return !std::isnan(gap); });
        if (is_whole) all.push_back(calibration::largest_but(gaps, phase.options.ignored));
    }
    std::ranges::sort(all);
    return all;
}

/// Implausibility of each of the points by one emulator. Ascending.
std::vector<double> of_prior(calibration::Points const& points, calibration::Target const& target,
                             calibration::GpSetup const& setup) {
    calibration::GaussianProcess const emulator{setup};
    std::vector<double> all(points.rows());
    double const nugget = setup.parameters.nugget;
    sim::for_rows(static_cast<std::uint32_t>(points.rows()), [&](std::uint32_t i) noexcept {
        all[i] = calibration::implausibility(target, emulator.predict(points.row(i)), nugget);
    });
    std::ranges::sort(all);
    return all;
}

}  // namespace

void WaveTables::add(CalibrationDesk const& desk, NotRuledOut const& left,
                     HistoryPhase const& phase, calibration::Points const& means) {
    auto const& state = left.state;
    auto const wave = state.waves.size();
    auto const runs = of_runs(left, phase, means);
    std::optional<double> least, median;
    if (!runs.empty()) {
        least = runs.front();
        median = calibration::sorted_quantile(runs, 0.5);
    }
    waves_.row({wave, means.rows(), means.rows() * phase.seeds, means.rows() - runs.size(),
                left.targets.size(), cell(state.share.back()), state.candidates.back(),
                state.accepted.back(), cell(least), cell(median)});
    auto const points =
        calibration::uniform_points(desk.draws(purpose::calibration_history), 0, prior_points,
                                    desk.space().active.size(), prior_series);
    for (auto const& target : left.targets) {
        auto const all = of_prior(points, target, state.waves.back().emulators[target.output]);
        auto const ruled_out =
            std::ranges::count_if(all, [&](double one) { return one > phase.options.cutoff; });
        targets_.row({wave, desk.targets().targets[target.output].id,
                      cell(calibration::sorted_quantile(all, 0.5)),
                      cell(static_cast<double>(ruled_out) / static_cast<double>(all.size()))});
    }
}

}  // namespace models
