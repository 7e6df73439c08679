#include <algorithm>
#include <utility>

#include "models/calibration/emulated.hpp"
#include "models/calibration/phases.hpp"

namespace models {
namespace {

using sim::calibration::Points;

/// What is believed of the parameters so far, in the unit cube of those that vary.
struct Belief {
    Points draws;
    std::string what;
};

Belief middle(CalibrationDesk const& desk) {
    auto const n = desk.space().active.size();
    return {{n, std::vector<double>(n, 0.5)}, "prior medians"};
}

}  // namespace

void calibrate(CalibrationDesk& desk, CalibrationPhase last) {
    auto const& study = desk.study();
    auto const is_wanted = [&](auto const& phase, CalibrationPhase which) {
        return phase.has_value() && which <= last;
    };
    desk.probe();
    if (last == CalibrationPhase::probe) return desk.keep_runs();
    if (is_wanted(study.screening, CalibrationPhase::screening)) {
        screen(desk, *study.screening);
        desk.keep_runs();
    }
    auto belief = middle(desk);
    if (is_wanted(study.optimise, CalibrationPhase::optimise)) {
        belief.draws.values = optimise(desk, *study.optimise);
        belief.what = "optimum";
        desk.keep_runs();
    }
    std::optional<NotRuledOut> left;
    if (is_wanted(study.history, CalibrationPhase::history)) {
        left = match_history(desk, *study.history);
        desk.keep_runs();
        if (left->state.sample.rows() > 0) belief = {left->state.sample, "sample not ruled out"};
    }
    auto const* before = left ? &*left : nullptr;
    std::optional<Emulated> emulated;
    if (is_wanted(study.emulator, CalibrationPhase::emulator)) {
        emulated.emplace(emulate(desk, *study.emulator, before));
        desk.keep_runs();
    }
    std::string more;
    if (is_wanted(study.abc, CalibrationPhase::abc)) {
        auto const& phase = *study.abc;
        auto draws = phase.simulator == SimulatorKind::emulator
                         ? emulated_draws(desk, phase, *emulated)
                         : draw_posterior(
                               desk, sample_posterior(desk, phase, before, model_simulator(desk)));
        belief = {std::move(draws), "posterior"};
        desk.keep("posterior.csv", draws_csv(study.parameters, desk.space().values(belief.draws)));
        desk.keep_runs();
    }
    if (is_wanted(study.proof, CalibrationPhase::proof)) {
        more += prove(desk, *study.proof, *study.abc, *emulated);
    }
    if (is_wanted(study.sobol, CalibrationPhase::sobol)) {
        more += attribute(desk, *study.sobol, *emulated, belief.draws);
    }
    report(desk, belief.draws, belief.what, more);
    desk.keep_runs();
}

}  // namespace models
