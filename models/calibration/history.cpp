#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/calibration/phases.hpp"
#include "models/calibration/purposes.hpp"
#include "models/calibration/wave_tables.hpp"
#include "models/checkpoint/archive.hpp"
#include "sim/base/check.hpp"
#include "sim/calibration/saved_state.hpp"

namespace models {
namespace {

namespace calibration = sim::calibration;
using calibration::HistoryEnd;
using calibration::Points;

char const* end_words(HistoryEnd end) {
    switch (end) {
        case HistoryEnd::all_waves:
            return "the number of waves is reached";
        case HistoryEnd::settled:
            return "the last wave left nearly all there was";
        case HistoryEnd::nothing_left:
            return "every point is ruled out: model and targets disagree";
        case HistoryEnd::none:
            break;
    }
    return "goes on";
}

struct StateColumns {
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(names, values);
    }
};

std::string state_bytes(calibration::HistoryMatching const& state) {
    StateColumns columns;
    for (auto const& [name, values] : calibration::save(state)) {
        columns.names.push_back(name);
        columns.values.push_back(values);
    }
    return bytes_of(columns);
}

calibration::HistoryMatching state_from(std::string const& bytes) {
    StateColumns columns;
    from_bytes(bytes, columns);
    calibration::SavedState saved;
    for (std::size_t i = 0; i < columns.names.size(); ++i) {
        saved[columns.names[i]] = columns.values.at(i);
    }
    return calibration::load_history_matching(saved);
}

/// Sample variance of the finite outputs between the runs of one point, mean over points.
double variance_within(Points const& runs, std::uint32_t seeds, std::size_t column) {
    double sum = 0.0, points = 0.0;
    for (std::size_t first = 0; first < runs.rows(); first += seeds) {
        double mean = 0.0, squares = 0.0;
        bool all = true;
        for (std::size_t k = 0; k < seeds; ++k) {
            double const value = runs.row(first + k)[column];
            all = all && std::isfinite(value);
            mean += value / seeds;
        }
        if (!all) continue;
        for (std::size_t k = 0; k < seeds; ++k) {
            squares += std::pow(runs.row(first + k)[column] - mean, 2);
        }
        sum += squares / (seeds - 1.0);
        points += 1.0;
    }
    return points > 0.0 ? sum / points : 0.0;
}

bool varies(Points const& means, std::size_t column) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t i = 0; i < means.rows(); ++i) {
        double const value = means.row(i)[column];
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return high > low;
}

/// The targets of the waves, with what luck adds: the nugget of a mean of `seeds` runs is that of
/// one run divided by them, but the world is one run.
std::vector<calibration::Target> wave_targets(CalibrationDesk& desk, HistoryPhase const& phase,
                                              Points const& runs, Points const& means) {
    std::vector<calibration::Target> chosen;
    for (auto const& one : desk.targets().targets) {
        bool const is_wanted = phase.targets.empty() ||
                               std::ranges::find(phase.targets, one.id) != phase.targets.end();
        if (!is_wanted) continue;
        if (!varies(means, one.target.output)) {
            desk.say(
                fmt::format("history: {} is the same in all runs of the first wave, and is "
                            "not used",
                            one.id));
            continue;
        }
        chosen.push_back(one.target);
        if (phase.seeds == 1) continue;
        chosen.back().observation_variance +=
            variance_within(runs, phase.seeds, one.target.output) * (1.0 - 1.0 / phase.seeds);
    }
    sim::require(!chosen.empty(), "history: none of its targets varies. Choose others.");
    return chosen;
}

/// Fit the wave's emulators, or take them from an earlier start.
void give_wave(CalibrationDesk const& desk, NotRuledOut& left, HistoryPhase const& phase,
               Points const& means) {
    auto const name = fmt::format("history-{:03}.state", left.state.waves.size() + 1);
    std::vector<double> numbers = means.values;
    for (auto const& target : left.targets) {
        numbers.insert(numbers.end(), {static_cast<double>(target.output), target.value,
                                       target.observation_variance, target.discrepancy_variance});
    }
    auto const from = desk.study().text + state_bytes(left.state) + bytes_of(numbers);
    auto const& sink = desk.sink();
    if (auto const bytes = sink.recall ? sink.recall(name, from) : std::nullopt) {
        left.state = state_from(*bytes);
        return;
    }
    calibration::give_outputs(left.state, desk.draws(purpose::calibration_history), left.targets,
                              means, phase.options);
    if (sink.remember) sink.remember(name, from, state_bytes(left.state));
}

}  // namespace

NotRuledOut match_history(CalibrationDesk& desk, HistoryPhase const& phase) {
    for (auto const& id : phase.targets) {
        static_cast<void>(desk.target_named(id, "history.targets"));
    }
    NotRuledOut left;
    left.state = calibration::start_history_matching(desk.draws(purpose::calibration_history),
                                                     desk.space().active.size(), phase.options);
    WaveTables tables;
    while (left.state.end == HistoryEnd::none) {
        auto const wave = static_cast<std::uint32_t>(left.state.waves.size()) + 1;
        auto const runs = desk.run(CalibrationPhase::history, wave, left.state.wanted, phase.seeds,
                                   Luck::of_its_own);
        auto const means = mean_rows(runs, phase.seeds);
        if (wave == 1) left.targets = wave_targets(desk, phase, runs, means);
        desk.announce("emulators", fmt::format("emulators of wave {}", wave));
        give_wave(desk, left, phase, means);
        tables.add(desk, left, phase, means);
        desk.keep("waves.csv", tables.waves());
        desk.keep("implausibility.csv", tables.implausibilities());
        desk.say(fmt::format(
            "history: wave {}, {} points x {} seeds, {} targets: {:.3g} of the "
            "prior is not ruled out ({} of {} prior draws)",
            wave, means.rows(), phase.seeds, left.targets.size(), left.state.share.back(),
            left.state.accepted.back(), left.state.candidates.back()));
    }
    desk.say(fmt::format("history: ended, {}", end_words(left.state.end)));
    desk.keep("not-ruled-out.csv",
              draws_csv(desk.study().parameters, desk.space().values(left.state.sample)));
    return left;
}

}  // namespace models
