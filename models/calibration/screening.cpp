#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/calibration/phases.hpp"
#include "models/calibration/purposes.hpp"
#include "sim/calibration/morris.hpp"

namespace models {
namespace {

using sim::calibration::ElementaryEffects;

/// Root of the weighted mean over targets of (mu* / standard deviation of the target)^2: how far
/// a parameter moves the run, as targets measure it.
std::vector<double> influences(StudyTargets const& targets,
                               std::vector<ElementaryEffects> const& effects,
                               std::size_t parameters) {
    std::vector<double> all(parameters);
    double weights = 0.0;
    for (auto const& one : targets.targets) weights += one.target.weight;
    for (std::size_t t = 0; t < targets.targets.size(); ++t) {
        auto const& one = targets.targets[t];
        for (std::size_t p = 0; p < parameters; ++p) {
            auto const& effect = effects[t * parameters + p];
            if (effect.count == 0) continue;
            double const scaled = effect.mean_absolute / one.sd();
            all[p] += one.target.weight * scaled * scaled / weights;
        }
    }
    for (auto& one : all) one = std::sqrt(one);
    return all;
}

std::string screening_csv(CalibrationDesk const& desk,
                          std::vector<ElementaryEffects> const& effects) {
    auto const& parameters = desk.study().parameters;
    sim::CsvWriter csv{
        {"target", "parameter", "mu", "mu_star", "sigma", "standard_error", "effects"}};
    for (std::size_t t = 0; t < desk.targets().targets.size(); ++t) {
        for (std::size_t p = 0; p < parameters.size(); ++p) {
            auto const& one = effects[t * parameters.size() + p];
            csv.row({desk.targets().targets[t].id, parameters[p].key, cell(one.mean),
                     cell(one.mean_absolute), cell(one.sd), cell(one.standard_error), one.count});
        }
    }
    return csv.take();
}

}  // namespace

void screen(CalibrationDesk& desk, ScreeningPhase const& phase) {
    auto const& parameters = desk.study().parameters;
    auto const design = sim::calibration::morris_design(desk.draws(purpose::calibration_screening),
                                                        parameters.size(), phase.morris);
    desk.say(fmt::format("screening: {} trajectories, {} points, {} seeds each",
                         phase.morris.trajectories, design.rows(), phase.seeds));
    auto const outputs = mean_rows(
        desk.run(CalibrationPhase::screening, 0, design, phase.seeds, Luck::shared), phase.seeds);
    auto const effects = sim::calibration::elementary_effects(design, outputs);
    desk.keep("screening.csv", screening_csv(desk, effects));
    auto const influence = influences(desk.targets(), effects, parameters.size());
    std::vector<std::size_t> order(parameters.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t p) { return influence[p]; });
    for (auto const p : order) {
        desk.say(fmt::format("screening: {} moves targets by {:.3f} of their standard deviations",
                             parameters[p].key, influence[p]));
    }
    if (phase.keep == 0 || phase.keep == order.size()) return;
    order.resize(phase.keep);
    std::ranges::sort(order);
    desk.vary(order);
    desk.say(
        fmt::format("screening: the {} most influential parameters vary from now on, the "
                    "others stay at their prior medians",
                    phase.keep));
}

}  // namespace models
