#include "models/calibration/emulated.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/calibration/purposes.hpp"
#include "models/checkpoint/archive.hpp"
#include "sim/base/check.hpp"
#include "sim/calibration/emulated_posterior.hpp"
#include "sim/calibration/region_sample.hpp"

namespace models {
namespace {

namespace calibration = sim::calibration;
using calibration::Points;

constexpr std::uint32_t design_tries = 50;  // Latin hypercubes to choose from; our choice
constexpr std::uint32_t design_round = 1;   // of draws of the region

/// Points drawn from the prior: a Latin hypercube, or about uniform on what is left.
Points design(CalibrationDesk const& desk, EmulatorPhase const& phase, NotRuledOut const* left,
              PriorLeft const& prior) {
    auto const draws = desk.draws(purpose::calibration_design);
    auto const parameters = desk.space().active.size();
    if (left == nullptr) {
        return calibration::spread_latin_hypercube(draws, phase.points, parameters, design_tries);
    }
    calibration::Region const region{left->state.waves, left->targets};
    auto options = desk.study().history->options.sample;
    options.wanted = phase.points;
    auto const found =
        calibration::sample_region(draws, design_round, region, left->state.sample, options).points;
    Points points{parameters, {}};
    auto const inside = prior.contains(found);
    for (std::size_t i = 0; i < found.rows(); ++i) {
        if (inside[i] != 0) points.add(found.row(i));
    }
    return points;
}

/// The runs of history matching that lie where the prior does, if they are single ones.
void add_history(CalibrationDesk const& desk, NotRuledOut const& left, PriorLeft const& prior,
                 Points& inputs, Points& outputs) {
    if (desk.study().history->seeds > 1) return;
    auto const inside = prior.contains(left.state.inputs);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] == 0) continue;
        inputs.add(left.state.inputs.row(i));
        outputs.add(left.state.outputs.row(i));
    }
}

std::vector<calibration::Target> shared_errors(CalibrationDesk const& desk) {
    auto targets = desk.targets().plain();
    auto const sharing = desk.targets().sharing(desk.study().targets.weights);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        targets[i].observation_variance *= sharing[i];
        targets[i].discrepancy_variance *= sharing[i];
        targets[i].weight = 1.0;
    }
    return targets;
}

std::string diagnostics_csv(CalibrationDesk const& desk,
                            calibration::OutputEmulator const& emulator) {
    sim::CsvWriter csv{
        {"target", "explained", "residual_mean", "residual_sd", "beyond_two", "noise_sd"}};
    for (std::size_t t = 0; t < emulator.outputs(); ++t) {
        auto const& one = emulator.diagnostics()[t];
        csv.row({desk.targets().targets[t].id, cell(one.explained), cell(one.residual_mean),
                 cell(one.residual_sd), cell(one.beyond_two), cell(one.noise_sd)});
    }
    return csv.take();
}

/// What is said of the draws, and the draws.
std::vector<std::string> drawn(CalibrationDesk const& desk, AbcPhase const& phase,
                               Emulated const& emulated) {
    calibration::EmulatedOptions options;
    options.method = phase.method;
    options.tempered.particles = desk.study().posterior.draws;
    options.abc = phase.options;
    options.abc.particles = desk.study().posterior.draws;
    auto found = calibration::emulated_posterior(desk.draws(purpose::calibration_emulated),
                                                 emulated.emulator, emulated.targets,
                                                 emulated.prior.region(), options);
    auto line = fmt::format(
        "abc: {} draws through the emulator by {} (effective size {:.0f}), {} "
        "evaluations, largest correlation of a particle with its start {:.2f}",
        found.points.rows(),
        phase.method == calibration::PosteriorMethod::synthetic ? "its likelihood" : "distances",
        found.effective_size, found.evaluations, found.largest_correlation);
    return {std::move(line), bytes_of(found.points.values)};
}

}  // namespace

Emulated emulate(CalibrationDesk& desk, EmulatorPhase const& phase, NotRuledOut const* left) {
    PriorLeft prior{desk.space().active.size(), left};
    auto inputs = design(desk, phase, left, prior);
    auto const own = inputs.rows();
    auto outputs = desk.run(CalibrationPhase::emulator, 0, inputs, 1, Luck::of_its_own);
    if (left != nullptr) add_history(desk, *left, prior, inputs, outputs);
    desk.announce("emulators", "emulator");
    inputs = prior.to_box(inputs);
    calibration::OutputEmulator emulator{inputs, outputs, phase.options};
    desk.keep("emulator.csv", diagnostics_csv(desk, emulator));
    double explained = 0.0, counted = 0.0;
    for (auto const& one : emulator.diagnostics()) {
        if (!(one.explained == one.explained)) continue;  // it never varied
        explained += one.explained;
        counted += 1.0;
    }
    desk.say(
        fmt::format("emulator: {} runs, {} components, {} with a Gaussian process; explains "
                    "{:.2f} of the variance of an output, on average",
                    emulator.runs(), emulator.components(), emulator.processes(),
                    counted > 0.0 ? explained / counted : 0.0));
    auto made_from = desk.study().text + bytes_of(inputs.values) + bytes_of(outputs.values);
    return {std::move(prior),
            std::move(inputs),
            std::move(outputs),
            std::move(emulator),
            shared_errors(desk),
            std::move(made_from),
            own};
}

Points emulated_draws(CalibrationDesk& desk, AbcPhase const& phase, Emulated const& emulated) {
    desk.announce("posterior", "posterior through the emulator");
    auto const texts = desk.once("posterior.state", emulated.made_from,
                                 [&] { return drawn(desk, phase, emulated); });
    desk.say(texts.at(0));
    Points draws;
    from_bytes(texts.at(1), draws.values);
    draws.columns = desk.space().active.size();
    return emulated.prior.from_box(draws);
}

}  // namespace models
