#include "sim/calibration/history_matching.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <set>
#include <string>

#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

constexpr std::uint32_t design_tries = 50;         // Latin hypercubes to choose from; our choice
constexpr std::uint32_t enough_accepted = 100;     // for a share with an error of 10 %
constexpr std::uint32_t first_sample_round = 100;  // draws after those of the first design
constexpr std::uint32_t fit_round = 0x8000'0000U;  // seeds of fits have a part of their own

/// Draws for one fit, apart from all other draws of the study.
Draws fit_draws(Draws draws, std::size_t wave, std::size_t output) {
    Stream mix{draws.seed, draws.purpose, static_cast<std::uint32_t>(output),
               Day{fit_round + static_cast<std::uint32_t>(wave)}};
    return {Seed{mix.bits64()}, draws.purpose};
}

/// The emulator of one output, fitted to its successful runs among the chosen ones.
GpSetup emulator(Draws draws, HistoryMatching const& state, std::vector<std::size_t> const& chosen,
                 std::size_t output, HistoryOptions const& options) {
    GpSetup setup;
    setup.kernel = options.kernel;
    setup.trend = options.trend;
    setup.inputs.columns = state.inputs.columns;
    for (std::size_t const i : chosen) {
        double const value = state.outputs.row(i)[output];
        if (!std::isfinite(value)) continue;
        setup.inputs.add(state.inputs.row(i));
        setup.outputs.push_back(value);
    }
    std::size_t const least = state.inputs.columns + 2;
    require(setup.outputs.size() >= least,
            "history matching: only " + std::to_string(setup.outputs.size()) +
                " runs gave output number " + std::to_string(output) + " (must be at least " +
                std::to_string(least) + "). Find out why runs fail, or ask for more per wave.");
    return fit_gaussian_process(fit_draws(draws, state.waves.size(), output), std::move(setup),
                                options.fit);
}

HistoryWave fit_wave(Draws draws, HistoryMatching const& state, Region const& before,
                     std::vector<Target> const& targets, HistoryOptions const& options) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < state.inputs.rows(); ++i) {
        if (before.contains(state.inputs.row(i))) chosen.push_back(i);
    }
    HistoryWave wave{{}, options.cutoff, options.ignored};
    wave.emulators.resize(state.outputs.columns);
    std::set<std::size_t> wanted;
    for (Target const& target : targets) {
        SIM_EXPECTS(target.output < state.outputs.columns);
        wanted.insert(target.output);
    }
    std::vector<std::size_t> const columns(wanted.begin(), wanted.end());
    std::vector<std::exception_ptr> failures(columns.size());
    for_rows(static_cast<std::uint32_t>(columns.size()), [&](std::uint32_t i) noexcept {
        try {
            wave.emulators[columns[i]] = emulator(draws, state, chosen, columns[i], options);
        } catch (...) {
            failures[i] = std::current_exception();
        }
    });
    for (auto const& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
    return wave;
}

/// Share of the points that the region contains.
double share_inside(Region const& region, Points const& points) {
    double count = 0.0;
    for (std::size_t i = 0; i < points.rows(); ++i) {
        if (region.contains(points.row(i))) count += 1.0;
    }
    return points.rows() == 0 ? 0.0 : count / static_cast<double>(points.rows());
}

/// Share of the prior that is left after the newest wave.
double share_left(HistoryMatching const& state, Region const& region, RegionSample const& found) {
    if (found.accepted >= enough_accepted || state.share.empty()) {
        return static_cast<double>(found.accepted) / static_cast<double>(found.candidates);
    }
    return state.share.back() * share_inside(region, state.sample);
}

HistoryEnd end_of(HistoryMatching const& state, HistoryOptions const& options) {
    if (state.sample.rows() == 0) return HistoryEnd::nothing_left;
    double const before = state.share.size() > 1 ? state.share[state.share.size() - 2] : 1.0;
    if (state.share.back() > options.settled * before) return HistoryEnd::settled;
    return state.waves.size() >= options.waves ? HistoryEnd::all_waves : HistoryEnd::none;
}

}  // namespace

HistoryMatching start_history_matching(Draws draws, std::size_t parameters,
                                       HistoryOptions const& options) {
    SIM_EXPECTS(parameters >= 1 && options.runs >= 2 && options.waves >= 1);
    SIM_EXPECTS(options.cutoff > 0.0);
    HistoryMatching state;
    state.inputs.columns = state.sample.columns = parameters;
    state.wanted = spread_latin_hypercube(draws, options.runs, parameters, design_tries);
    return state;
}

void give_outputs(HistoryMatching& state, Draws draws, std::vector<Target> const& targets,
                  Points const& outputs, HistoryOptions const& options) {
    SIM_EXPECTS(state.end == HistoryEnd::none && outputs.rows() == state.wanted.rows());
    SIM_EXPECTS(!targets.empty());
    state.outputs.columns = outputs.columns;
    auto const append = [](Points& to, Points const& from) {
        to.values.insert(to.values.end(), from.values.begin(), from.values.end());
    };
    append(state.inputs, state.wanted);
    append(state.outputs, outputs);
    state.waves.push_back(fit_wave(draws, state, Region{state.waves, targets}, targets, options));

    Region const region{state.waves, targets};
    auto const round = first_sample_round + static_cast<std::uint32_t>(state.waves.size());
    // Runs and earlier samples are where chains may begin when no prior draw is left.
    Points known = state.sample;
    append(known, state.inputs);
    RegionSample const found = sample_region(draws, round, region, known, options.sample);
    state.share.push_back(share_left(state, region, found));
    state.accepted.push_back(found.accepted);
    state.candidates.push_back(found.candidates);
    state.sample = found.points;
    state.end = end_of(state, options);
    state.wanted.values.clear();
    if (state.end == HistoryEnd::none) state.wanted = farthest_points(state.sample, options.runs);
}

}  // namespace sim::calibration
