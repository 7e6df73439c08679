#include <fmt/format.h>

#include "models/calibration/phases.hpp"
#include "sim/base/check.hpp"
#include "sim/calibration/nelder_mead.hpp"

namespace models {

namespace calibration = sim::calibration;

std::vector<double> optimise(CalibrationDesk& desk, OptimisePhase const& phase) {
    auto const n = desk.space().active.size();
    std::vector<double> const middle(n, 0.5), lower(n, 0.0), upper(n, 1.0);
    auto state = calibration::start_nelder_mead(middle, phase.step, lower, upper);
    double best = std::numeric_limits<double>::infinity();
    while (!calibration::is_finished(state)) {
        auto const outputs = mean_rows(
            desk.run(CalibrationPhase::optimise, 0, state.wanted, phase.seeds, Luck::shared),
            phase.seeds);
        std::vector<double> values;
        for (std::size_t i = 0; i < outputs.rows(); ++i) {
            values.push_back(misfit(desk.targets(), outputs.row(i)));
        }
        calibration::give_values(state, values, phase.search);
        if (!state.values.empty() && state.values.front() < best) {
            best = state.values.front();
            desk.say(
                fmt::format("optimise: misfit {:.4f} after {} points", best, state.evaluations));
        }
    }
    sim::require(state.corners.rows() > 0,
                 "optimise: too few evaluations for a first simplex. Allow more.");
    auto const row = state.corners.row(0);
    calibration::Points const point{n, {row.begin(), row.end()}};
    auto const values = desk.space().values(point);
    sim::CsvWriter csv{{"parameter", "value"}};
    for (std::size_t i = 0; i < values.columns; ++i) {
        csv.row({desk.study().parameters[i].key, cell(values.row(0)[i])});
    }
    desk.keep("optimum.csv", csv.take());
    desk.say(fmt::format("optimise: ended after {} points ({})", state.evaluations,
                         state.stage == calibration::NelderMeadStage::converged
                             ? "converged"
                             : "no more evaluations allowed"));
    return point.values;
}

}  // namespace models
