#include <fmt/format.h>

#include <algorithm>

#include "models/calibration/emulated.hpp"
#include "models/calibration/purposes.hpp"
#include "sim/calibration/emulated_sobol.hpp"
#include "sim/calibration/posterior_proof.hpp"
#include "sim/calibration/prior.hpp"

namespace models {
namespace {

namespace calibration = sim::calibration;
using calibration::Points;

std::string key_of(CalibrationDesk const& desk, std::size_t active) {
    return desk.study().parameters[desk.space().active[active]].key;
}

std::string proof_csv(CalibrationDesk const& desk, calibration::Proof const& proof) {
    sim::CsvWriter csv{{"parameter", "rank_p_value", "coverage_50", "coverage_50_low",
                        "coverage_50_high", "coverage_90", "coverage_90_low", "coverage_90_high",
                        "contraction", "correlation"}};
    for (std::size_t j = 0; j < proof.parameters.size(); ++j) {
        auto const& one = proof.parameters[j];
        csv.row({key_of(desk, j), cell(one.uniformity.p_value), cell(one.half.share),
                 cell(one.half.low), cell(one.half.high), cell(one.nine_tenths.share),
                 cell(one.nine_tenths.low), cell(one.nine_tenths.high), cell(one.contraction),
                 cell(one.correlation)});
    }
    return csv.take();
}

/// Truths and intervals as settings have them; a row for each truth and parameter.
std::string recovery_csv(CalibrationDesk const& desk, PriorLeft const& left,
                         calibration::Proof const& proof) {
    sim::CsvWriter csv{{"truth", "parameter", "value", "median", "low_50", "high_50", "low_90",
                        "high_90", "rank", "draws"}};
    for (auto const& one : proof.truths) {
        for (std::size_t j = 0; j < one.truth.size(); ++j) {
            auto const& prior = desk.study().parameters[desk.space().active[j]].prior;
            auto const at = [&](std::vector<double> const& numbers) {
                return cell(calibration::from_unit(prior, left.from_box(j, numbers[j])));
            };
            csv.row({one.run, key_of(desk, j), at(one.truth), at(one.median), at(one.low50),
                     at(one.high50), at(one.low90), at(one.high90), one.ranks[j], one.draws});
        }
    }
    return csv.take();
}

std::string proof_section(CalibrationDesk const& desk, calibration::Proof const& proof) {
    auto text = fmt::format(
        "## Whether the posterior is as sure as it should be\n\n{} runs stood in for the world, "
        "each "
        "recovered by an emulator that had not seen it. The 50 % intervals hold the truth in "
        "{:.1f} %, the 90 % intervals in {:.1f} % of the cases, all parameters together; the "
        "smallest p-value of uniform ranks, times the number of parameters, is {:.3f}. A "
        "contraction near 0 says that the targets teach nothing of a parameter.\n\n"
        "| setting | p of ranks | 50 % | 90 % | contraction |\n|---|---|---|---|---|\n",
        proof.truths.size(), 100.0 * proof.half.share, 100.0 * proof.nine_tenths.share,
        proof.p_value);
    for (std::size_t j = 0; j < proof.parameters.size(); ++j) {
        auto const& one = proof.parameters[j];
        text += fmt::format(
            "| {} | {:.3f} | {:.2f} ({:.2f} to {:.2f}) | {:.2f} ({:.2f} to {:.2f}) "
            "| {:.2f} |\n",
            key_of(desk, j), one.uniformity.p_value, one.half.share, one.half.low, one.half.high,
            one.nine_tenths.share, one.nine_tenths.low, one.nine_tenths.high, one.contraction);
    }
    return text + "\n";
}

/// Outputs of the targets that are asked for.
std::vector<std::size_t> columns_of(CalibrationDesk const& desk, SobolPhase const& phase) {
    std::vector<std::size_t> columns;
    for (auto const& one : desk.targets().targets) {
        if (phase.targets.empty()) columns.push_back(one.target.output);
    }
    for (auto const& id : phase.targets) columns.push_back(desk.target_named(id, "sobol.targets"));
    return columns;
}

std::string sobol_csv(CalibrationDesk const& desk,
                      std::vector<calibration::EmulatedSobol> const& all) {
    sim::CsvWriter csv{{"target", "parameter", "first", "first_low", "first_high", "total",
                        "total_low", "total_high", "noise_share", "mean", "sd"}};
    for (auto const& one : all) {
        for (std::size_t j = 0; j < one.indices.size(); ++j) {
            auto const& [first, total] = one.indices[j];
            csv.row({desk.targets().targets[one.output].id, key_of(desk, j), cell(first.estimate),
                     cell(first.low), cell(first.high), cell(total.estimate), cell(total.low),
                     cell(total.high), cell(one.noise_share), cell(one.mean), cell(one.deviation)});
        }
    }
    return csv.take();
}

/// The parameters by their mean total index over targets, each times 1 - noise_share.
std::string sobol_section(CalibrationDesk const& desk,
                          std::vector<calibration::EmulatedSobol> const& all) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t j = 0; j < desk.space().active.size(); ++j) {
        double sum = 0.0;
        for (auto const& one : all) {
            double const total = one.indices[j].total.estimate * (1.0 - one.noise_share);
            if (total == total) sum += total;
        }
        order.emplace_back(sum / static_cast<double>(all.size()), j);
    }
    std::ranges::sort(order, std::greater{});
    std::string text =
        "## What drives the answers\n\nShare of the variance of a run that a parameter has to do "
        "with (Sobol's total index, of the emulator), mean over targets; `sobol.csv` has each:\n\n"
        "| setting | share |\n|---|---|\n";
    for (auto const& [share, j] : order) {
        text += fmt::format("| {} | {:.3f} |\n", key_of(desk, j), share);
    }
    return text + "\n";
}

/// `proof.csv`, `recovery.csv`, what is said of them, and a section of the report.
std::vector<std::string> proved(CalibrationDesk const& desk, ProofPhase const& phase,
                                AbcPhase const& posterior, Emulated const& emulated) {
    calibration::ProofOptions options;
    options.emulator = desk.study().emulator->options;
    options.posterior.method = posterior.method;
    options.posterior.tempered.particles = phase.particles;
    options.posterior.abc = posterior.options;
    options.posterior.abc.particles = phase.particles;
    options.truths = static_cast<std::uint32_t>(std::min<std::size_t>(phase.truths, emulated.own));
    options.folds = phase.folds;
    options.bins = phase.bins;
    auto const proof = calibration::prove_by_folds(desk.draws(purpose::calibration_proof),
                                                   emulated.targets, emulated.prior.region(),
                                                   emulated.inputs, emulated.outputs, options);
    auto line = fmt::format(
        "proof: {} truths; 50 % intervals hold {:.3f}, 90 % intervals {:.3f} of "
        "the parameters; p-value of uniform ranks {:.3f} (Bonferroni)",
        proof.truths.size(), proof.half.share, proof.nine_tenths.share, proof.p_value);
    return {proof_csv(desk, proof), recovery_csv(desk, emulated.prior, proof), std::move(line),
            proof_section(desk, proof)};
}

}  // namespace

std::string prove(CalibrationDesk& desk, ProofPhase const& phase, AbcPhase const& posterior,
                  Emulated const& emulated) {
    desk.announce("proof", "proof");
    auto const texts = desk.once("proof.state", emulated.made_from,
                                 [&] { return proved(desk, phase, posterior, emulated); });
    desk.keep("proof.csv", texts.at(0));
    desk.keep("recovery.csv", texts.at(1));
    desk.say(texts.at(2));
    return texts.at(3);
}

std::string attribute(CalibrationDesk& desk, SobolPhase const& phase, Emulated const& emulated,
                      Points const& draws) {
    desk.announce("sobol", "sobol");
    auto const range = phase.over_prior
                           ? calibration::whole_prior(desk.space().active.size())
                           : calibration::range_of(emulated.prior.to_box(draws), phase.level);
    auto const all =
        calibration::emulated_sobol(desk.draws(purpose::calibration_sobol), emulated.emulator,
                                    columns_of(desk, phase), range, phase.blocks);
    desk.keep("sobol.csv", sobol_csv(desk, all));
    desk.say(fmt::format("sobol: {} targets, {} blocks, over {}", all.size(), phase.blocks,
                         phase.over_prior ? "the whole prior"
                                          : fmt::format("the {:.0f} % intervals of the posterior",
                                                        100.0 * phase.level)));
    return sobol_section(desk, all);
}

}  // namespace models
