#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "models/calibration/phases.hpp"
#include "models/calibration/prior_left.hpp"
#include "models/calibration/purposes.hpp"
#include "sim/base/check.hpp"
#include "sim/random/stream.hpp"

namespace models {
namespace {

namespace calibration = sim::calibration;
using calibration::AbcEnd;
using calibration::Points;

constexpr std::uint32_t most_proposals = 100;  // at once, for each run wanted; our choice

char const* end_words(AbcEnd end) {
    switch (end) {
        case AbcEnd::generations:
            return "the number of generations is reached";
        case AbcEnd::tolerance:
            return "the tolerance is small enough";
        case AbcEnd::acceptance:
            return "too few proposals are accepted";
        case AbcEnd::effective_size:
            return "the weights are too uneven";
        case AbcEnd::simulations:
            return "no more proposals are allowed";
        case AbcEnd::none:
            break;
    }
    return "goes on";
}

/// Proposals: those that history matching left are simulated, the others fail at no cost.
class Proposals {
  public:
    Proposals(CalibrationDesk& desk, PriorLeft const& prior, Simulator const& simulator)
        : desk_{desk}, prior_{prior}, simulator_{simulator} {}

    /// How many to ask for so that about \p runs are made, by what was left of those before.
    [[nodiscard]] std::uint32_t batch(std::uint32_t runs) const noexcept {
        double const share = (inside_ + 1.0) / (asked_ + 1.0);
        double const most = static_cast<double>(runs) * most_proposals;
        return static_cast<std::uint32_t>(std::clamp(runs / share, 1.0 * runs, most));
    }

    [[nodiscard]] Points outputs(std::uint32_t generation, Points const& box) {
        auto const unit = prior_.from_box(box);
        auto const inside = prior_.contains(unit);
        Points wanted{unit.columns, {}};
        for (std::size_t i = 0; i < unit.rows(); ++i) {
            if (inside[i] != 0) wanted.add(unit.row(i));
        }
        Points given{desk_.targets().targets.size(), {}};
        if (wanted.rows() > 0) {
            given = with_error(desk_.targets(), desk_.draws(purpose::calibration_error),
                               static_cast<std::uint32_t>(inside_), simulator_(generation, wanted));
        }
        Points outputs = calibration::zero_points(unit.rows(), given.columns);
        std::ranges::fill(outputs.values, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t i = 0, next = 0; i < unit.rows(); ++i) {
            if (inside[i] == 0) continue;
            std::ranges::copy(given.row(next++), outputs.row(i).begin());
        }
        asked_ += static_cast<double>(unit.rows());
        inside_ += static_cast<double>(wanted.rows());
        return outputs;
    }

    [[nodiscard]] double inside() const noexcept { return inside_; }

  private:
    CalibrationDesk& desk_;
    PriorLeft const& prior_;
    Simulator const& simulator_;
    double asked_ = 0.0, inside_ = 0.0;  // whole numbers
};

void keep_particles(CalibrationDesk const& desk, Particles const& particles,
                    std::vector<double> const& distances) {
    auto const values = desk.space().values(particles.unit);
    std::vector<std::string> columns{"weight", "distance"};
    for (auto const& one : desk.study().parameters) columns.push_back(one.key);
    sim::CsvWriter csv{columns};
    for (std::size_t i = 0; i < values.rows(); ++i) {
        std::vector<sim::CsvCell> cells{cell(particles.weights[i]), cell(distances[i])};
        for (double const value : values.row(i)) cells.push_back(cell(value));
        csv.row(cells);
    }
    desk.keep("particles.csv", csv.take());
}

}  // namespace

Simulator model_simulator(CalibrationDesk& desk) {
    return [&desk](std::uint32_t round, Points const& unit) {
        return desk.run(CalibrationPhase::abc, round, unit, 1, Luck::of_its_own);
    };
}

Particles sample_posterior(CalibrationDesk& desk, AbcPhase const& phase, NotRuledOut const* left,
                           Simulator const& simulator) {
    PriorLeft const prior{desk.space().active.size(), left};
    Proposals proposals{desk, prior, simulator};
    auto const targets = desk.targets().plain();
    auto state = calibration::start_abc(desk.space().active.size());
    sim::CsvWriter csv{{"generation", "tolerance", "proposals", "runs", "effective_size"}};
    while (state.end == AbcEnd::none) {
        auto const generation = static_cast<std::uint32_t>(state.generations.size());
        calibration::ask_abc(state, desk.draws(purpose::calibration_abc),
                             proposals.batch(phase.batch));
        auto const outputs = proposals.outputs(generation, state.wanted);
        calibration::give_outputs(state, targets, outputs, phase.options);
        if (state.generations.size() == generation) continue;
        auto const& done = state.generations.back();
        csv.row({generation, cell(done.tolerance), done.proposals,
                 static_cast<std::uint64_t>(proposals.inside()), cell(done.effective_size)});
        desk.keep("generations.csv", csv.text());
        desk.say(
            fmt::format("abc: generation {}, tolerance {:.4g}, {} particles from {} proposals "
                        "(effective size {:.0f}), {:.0f} runs so far",
                        generation, done.tolerance, phase.options.particles, done.proposals,
                        done.effective_size, proposals.inside()));
        keep_particles(desk, {prior.from_box(state.population.points), state.population.weights},
                       state.population.distances);
    }
    desk.say(fmt::format("abc: ended, {}", end_words(state.end)));
    sim::require(!state.generations.empty(),
                 "abc: the runs allowed did not make one generation. Allow more simulations, or "
                 "fewer particles.");
    return {prior.from_box(state.population.points), state.population.weights};
}

Points draw_posterior(CalibrationDesk const& desk, Particles const& particles) {
    auto const draws = desk.draws(purpose::calibration_resampling);
    sim::Stream draw{draws.seed, draws.purpose, 0, sim::Day{0}};
    auto const chosen =
        calibration::resample(particles.weights, desk.study().posterior.draws, draw.uniform());
    Points unit{particles.unit.columns, {}};
    for (auto const i : chosen) unit.add(particles.unit.row(i));
    return unit;
}

}  // namespace models
