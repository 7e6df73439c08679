#include "models/calibration/study_file.hpp"

#include <array>
#include <cmath>

#include "models/calibration/study_targets.hpp"
#include "sim/base/check.hpp"
#include "sim/config/file_hash.hpp"
#include "sim/config/toml_file.hpp"

namespace models {
namespace {

using sim::calibration::Prior;
using sim::calibration::PriorKind;

constexpr std::int64_t most = 10'000'000;  // our choice; more is a slip of the keyboard
constexpr sim::Range positive{.minimum = 0.0, .minimum_excluded = true};
constexpr sim::Range share{.minimum = 0.0, .maximum = 1.0};

std::uint32_t count(sim::TomlTable const& section, char const* key, std::uint32_t fallback,
                    std::int64_t least) {
    return static_cast<std::uint32_t>(
        section.integer_or(key, fallback, {.minimum = least, .maximum = most}));
}

Prior read_prior(sim::TomlTable const& section) {
    Prior prior;
    prior.kind = sim::calibration::prior_kind(section.text("law"));
    if (prior.kind == PriorKind::uniform || prior.kind == PriorKind::log_uniform) {
        prior.first = section.number("low");
        prior.second = section.number("high");
    } else {
        if (auto const median = section.number_if("median", positive);
            median && prior.kind == PriorKind::lognormal) {
            prior.first = std::log(*median);
        } else {
            prior.first = section.number("mean");
        }
        prior.second = section.number("sd", positive);
    }
    if (auto const bounds = section.numbers_if("bounds")) {
        if (bounds->size() != 2)
            section.error("bounds", "(must be two numbers). Write [LOW, HIGH].");
        prior.lower = bounds->front();
        prior.upper = bounds->back();
    }
    return prior;
}

void read_parameters(sim::TomlTable const& root, CalibrationStudy& study) {
    auto const section = root.table("priors");
    for (auto const& key : section.keys()) {
        if (!section.is_section(key) || key.find('.') == std::string::npos) {
            section.error(key,
                          "(is no setting with a law). Write the whole key in quotes: "
                          "\"RULE.KEY\" = { law = \"uniform\", low = ..., high = ... }.");
        }
        auto const table = section.table(key);
        StudyParameter parameter{.key = key,
                                 .prior = read_prior(table),
                                 .is_whole = table.boolean_or("whole", false),
                                 .location = section.location(key)};
        static_cast<void>(table.text_if("why"));  // for people
        sim::calibration::check(parameter.prior, parameter.location + ": " + key);
        study.parameters.push_back(std::move(parameter));
    }
    sim::require(!study.parameters.empty(),
                 root.location("priors") + ": priors is empty. Name at least one setting.");
}

void read_screening(sim::TomlTable const& section, CalibrationStudy& study) {
    ScreeningPhase phase;
    auto& morris = phase.morris;
    morris.trajectories = count(section, "trajectories", morris.trajectories, 2);
    morris.candidates =
        count(section, "candidates", std::max(morris.candidates, morris.trajectories), 2);
    if (morris.candidates < morris.trajectories) {
        section.error("candidates", "(must not be below trajectories). Correct it.");
    }
    morris.levels = count(section, "levels", morris.levels, 2);
    if (morris.levels % 2 != 0) section.error("levels", "(must be even). Correct it.");
    phase.seeds = count(section, "seeds", 1, 1);
    phase.keep = count(section, "keep", 0, 0);
    if (phase.keep > study.parameters.size()) {
        section.error("keep", "(is more than there are priors). Correct it.");
    }
    study.screening = phase;
}

void read_optimise(sim::TomlTable const& section, CalibrationStudy& study) {
    OptimisePhase phase;
    phase.search.evaluations = count(section, "evaluations", 200, 1);
    phase.search.value_tolerance = section.number_or("value_tolerance", 1e-3, {.minimum = 0.0});
    phase.search.point_tolerance = section.number_or("point_tolerance", 1e-2, {.minimum = 0.0});
    phase.step = section.number_or("step", phase.step,
                                   {.minimum = 0.0, .maximum = 0.5, .minimum_excluded = true});
    phase.seeds = count(section, "seeds", 1, 1);
    study.optimise = phase;
}

void read_history(sim::TomlTable const& section, CalibrationStudy& study) {
    HistoryPhase phase;
    auto& options = phase.options;
    options.runs =
        count(section, "points", static_cast<std::uint32_t>(10 * study.parameters.size()), 2);
    options.waves = count(section, "waves", options.waves, 1);
    options.cutoff = section.number_or("cutoff", options.cutoff, positive);
    options.ignored = count(section, "ignored", 0, 0);
    options.settled = section.number_or("settled", options.settled, share);
    options.kernel = static_cast<sim::calibration::Kernel>(section.choice_or(
        "kernel", static_cast<std::size_t>(options.kernel), {"matern52", "squared-exponential"}));
    options.trend = static_cast<sim::calibration::Trend>(section.choice_or(
        "trend", static_cast<std::size_t>(options.trend), {"zero", "constant", "linear"}));
    options.fit.starts = count(section, "starts", options.fit.starts, 1);
    options.fit.evaluations_each =
        count(section, "evaluations_each", options.fit.evaluations_each, 1);
    options.sample.wanted = count(section, "sample", options.sample.wanted, 1);
    options.sample.candidates = count(section, "candidates", options.sample.candidates, 1);
    options.sample.steps = count(section, "steps", options.sample.steps, 1);
    phase.seeds = count(section, "seeds", 1, 1);
    phase.targets = section.texts_if("targets").value_or(std::vector<std::string>{});
    study.history = phase;
}

void read_abc(sim::TomlTable const& section, CalibrationStudy& study) {
    AbcPhase phase;
    auto& options = phase.options;
    phase.simulator =
        static_cast<SimulatorKind>(section.choice_or("simulator", 0, {"model", "emulator"}));
    if (phase.simulator == SimulatorKind::emulator && !study.emulator) {
        section.error("simulator", "(there is no section [emulator]). Add one.");
    }
    phase.method = static_cast<sim::calibration::PosteriorMethod>(
        section.choice_or("method", 0, {"synthetic", "abc"}));
    options.particles = count(section, "particles", options.particles, 2);
    options.quantile = section.number_or(
        "quantile", options.quantile,
        {.minimum = 0.0, .maximum = 1.0, .minimum_excluded = true, .maximum_excluded = true});
    options.generations = count(section, "generations", options.generations, 1);
    options.tolerance = section.number_or("tolerance", options.tolerance, {.minimum = 0.0});
    options.least_acceptance =
        section.number_or("least_acceptance", options.least_acceptance, share);
    options.least_effective = section.number_or("least_effective", options.least_effective, share);
    options.simulations = count(section, "simulations", 1'000'000, 1);
    phase.batch = count(section, "batch", phase.batch, 1);
    study.abc = phase;
}

void read_emulator(sim::TomlTable const& section, CalibrationStudy& study) {
    EmulatorPhase phase;
    auto& options = phase.options;
    phase.points =
        count(section, "points", static_cast<std::uint32_t>(20 * study.parameters.size()), 20);
    options.share = section.number_or("share", options.share, share);
    options.most = count(section, "components", static_cast<std::uint32_t>(options.most), 1);
    options.processes = section.boolean_or("processes", options.processes);
    options.spread_varies = section.boolean_or("spread_varies", options.spread_varies);
    study.emulator = phase;
}

void need_emulator(sim::TomlTable const& root, char const* key, CalibrationStudy const& study) {
    if (study.abc && study.abc->simulator == SimulatorKind::emulator) return;
    sim::require(false, root.location(key) + ": " + key +
                            " needs a posterior through an emulator. Add [emulator], and "
                            "simulator = \"emulator\" in [abc].");
}

void read_proof(sim::TomlTable const& section, CalibrationStudy& study) {
    ProofPhase phase;
    phase.truths = count(section, "truths", phase.truths, 1);
    phase.folds = count(section, "folds", phase.folds, 2);
    phase.bins = count(section, "bins", phase.bins, 2);
    phase.particles = count(section, "particles", phase.particles, 2);
    if ((phase.particles + 1) % phase.bins != 0) {
        section.error("particles", "(must be one less than a multiple of bins). Correct it.");
    }
    study.proof = phase;
}

void read_sobol(sim::TomlTable const& section, CalibrationStudy& study) {
    SobolPhase phase;
    phase.blocks = count(section, "blocks", phase.blocks, 2);
    phase.level = section.number_or(
        "level", phase.level,
        {.minimum = 0.0, .maximum = 1.0, .minimum_excluded = true, .maximum_excluded = true});
    phase.over_prior = section.choice_or("over", 0, {"posterior", "prior"}) == 1;
    phase.targets = section.texts_if("targets").value_or(std::vector<std::string>{});
    study.sobol = phase;
}

}  // namespace

CalibrationStudy read_calibration_study(std::filesystem::path const& file) {
    auto const toml = sim::TomlFile::load(file);
    auto const root = toml.root();
    CalibrationStudy study;
    study.file = file;
    study.name = root.text("name");
    study.title = root.text_or("title", study.name);
    for (auto const& path : toml.files()) {
        study.inputs.push_back({path.generic_string(), sim::sha256_of_file(path)});
    }
    study.scenario = root.path("scenario").lexically_normal();
    study.settings = root.texts_if("settings").value_or(std::vector<std::string>{});
    study.seed = static_cast<std::uint64_t>(root.integer_or("seed", 1, {.minimum = 0}));
    read_parameters(root, study);
    study.targets = read_target_options(root);
    if (auto const section = root.table_if("screening")) read_screening(*section, study);
    if (auto const section = root.table_if("optimise")) read_optimise(*section, study);
    if (auto const section = root.table_if("history")) read_history(*section, study);
    if (auto const section = root.table_if("emulator")) read_emulator(*section, study);
    if (auto const section = root.table_if("abc")) read_abc(*section, study);
    if (auto const section = root.table_if("proof")) {
        need_emulator(root, "proof", study);
        read_proof(*section, study);
    }
    if (auto const section = root.table_if("sobol")) {
        need_emulator(root, "sobol", study);
        read_sobol(*section, study);
    }
    if (auto const section = root.table_if("posterior")) {
        study.posterior.draws = count(*section, "draws", study.posterior.draws, 1);
        study.posterior.seeds = count(*section, "seeds", study.posterior.seeds, 1);
    }
    root.finish();
    study.text = toml.resolved_text();
    return study;
}

}  // namespace models
