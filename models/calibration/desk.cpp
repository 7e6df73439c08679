#include "models/calibration/desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "models/calibration/purposes.hpp"
#include "models/checkpoint/archive.hpp"
#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {

namespace calibration = sim::calibration;
using calibration::Points;

Points ParameterSpace::values(Points const& unit) const {
    SIM_EXPECTS(unit.columns == active.size());
    std::vector<calibration::Prior> priors;
    for (auto const& one : parameters) priors.push_back(one.prior);
    Points all = calibration::zero_points(unit.rows(), parameters.size());
    std::ranges::fill(all.values, 0.5);
    for (std::size_t i = 0; i < unit.rows(); ++i) {
        for (std::size_t j = 0; j < active.size(); ++j) all.row(i)[active[j]] = unit.row(i)[j];
    }
    all = calibration::from_unit(priors, all);
    for (std::size_t i = 0; i < all.rows(); ++i) {
        for (std::size_t j = 0; j < parameters.size(); ++j) {
            if (parameters[j].is_whole) all.row(i)[j] = std::round(all.row(i)[j]);
        }
    }
    return all;
}

CalibrationDesk::CalibrationDesk(CalibrationStudy study, Scenario const& scenario,
                                 MakeRuns make_runs, CalibrationSink sink)
    : study_{std::move(study)},
      scenario_{scenario},
      make_runs_{std::move(make_runs)},
      sink_{std::move(sink)} {
    space_.parameters = study_.parameters;
    space_.active.resize(study_.parameters.size());
    std::iota(space_.active.begin(), space_.active.end(), std::size_t{0});
}

void CalibrationDesk::probe() {
    announce("probe", "probe");
    auto const n = space_.parameters.size();
    Points const middle{n, std::vector<double>(n, 0.5)};
    RunRequest const request{space_.values(middle).values, seed_of(CalibrationPhase::probe, 0)};
    auto const records = make_runs_(std::span{&request, 1});
    sim::require(!records.front().has_failed,
                 study_.file.string() + ": " + study_.scenario.string() +
                     " refuses the medians of all priors together. Change the priors.");
    targets_ = make_targets(study_.targets, scenario_, records.front());
    runs_.push_back({std::string{name_of(CalibrationPhase::probe)}, 0, 0, request,
                     outputs_of(targets_, records.front())});
    keep("targets.csv", targets_csv(targets_));
    keep("targets-left-out.csv", left_out_csv(targets_));
    say(fmt::format("study {}: {} parameters, {} targets ({} figures of the scenario left out)",
                    study_.name, n, targets_.targets.size(), targets_.left_out.size()));
    say(fmt::format("probe: all priors at their medians, misfit {:.3f}",
                    misfit(targets_, runs_.front().outputs)));
}

std::uint64_t CalibrationDesk::seed_of(CalibrationPhase phase, std::uint32_t number) const {
    sim::Stream draw{sim::Seed{study_.seed}, purpose::calibration_run, number,
                     sim::Day{static_cast<std::uint32_t>(phase)}};
    return draw.bits64() >> 11U;  // below 2^53, so that every table can hold it
}

Points CalibrationDesk::run(CalibrationPhase phase, std::uint32_t round, Points const& unit,
                            std::uint32_t seeds, Luck luck) {
    std::string const name{name_of(phase)};
    announce(name, fmt::format("{} {}", name, round));
    auto const values = space_.values(unit);
    auto& before = points_[static_cast<std::size_t>(phase)];
    std::vector<RunRequest> requests;
    for (std::size_t i = 0; i < values.rows(); ++i) {
        auto const row = values.row(i);
        auto const point = before + static_cast<std::uint32_t>(i);
        for (std::uint32_t k = 0; k < seeds; ++k) {
            auto const number = luck == Luck::shared ? k : point * seeds + k;
            requests.push_back({{row.begin(), row.end()}, seed_of(phase, number)});
        }
    }
    auto const records = make_runs_(requests);
    SIM_EXPECTS(records.size() == requests.size());
    Points outputs{targets_.targets.size(), {}};
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto const point = before + static_cast<std::uint32_t>(i / seeds);
        if (records[i].has_failed) ++failed_;
        auto const given = outputs_of(targets_, records[i]);
        outputs.add(given);
        runs_.push_back({name, round, point, requests[i], given});
    }
    before += static_cast<std::uint32_t>(values.rows());
    return outputs;
}

std::size_t CalibrationDesk::target_named(std::string const& id, std::string const& where) const {
    auto const& all = targets_.targets;
    auto const found = std::ranges::find(all, id, &StudyTarget::id);
    sim::require(found != all.end(), study_.file.string() + ": " + where + ": " + id +
                                         " is no target of this study (targets.csv lists them). "
                                         "Correct it.");
    return found->target.output;
}

std::vector<std::string> CalibrationDesk::once(
    std::string const& name, std::string const& from,
    std::function<std::vector<std::string>()> const& make) const {
    std::vector<std::string> texts;
    if (auto const bytes = sink_.recall ? sink_.recall(name, from) : std::nullopt) {
        from_bytes(*bytes, texts);
        return texts;
    }
    texts = make();
    if (sink_.remember) sink_.remember(name, from, bytes_of(texts));
    return texts;
}

void CalibrationDesk::say(std::string const& line) {
    log_ += line + "\n";
    keep("log.txt", log_);
}

void CalibrationDesk::keep_runs() const {
    keep("runs.csv", runs_csv(study_.parameters, targets_, runs_));
}

Points mean_rows(Points const& rows, std::uint32_t size) {
    SIM_EXPECTS(size >= 1 && rows.rows() % size == 0);
    if (size == 1) return rows;
    Points means = calibration::zero_points(rows.rows() / size, rows.columns);
    for (std::size_t i = 0; i < means.rows(); ++i) {
        for (std::size_t column = 0; column < rows.columns; ++column) {
            double sum = 0.0, count = 0.0;
            for (std::size_t k = 0; k < size; ++k) {
                double const value = rows.row(i * size + k)[column];
                if (!std::isfinite(value)) continue;
                sum += value;
                count += 1.0;
            }
            means.row(i)[column] =
                count > 0.0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
        }
    }
    return means;
}

double misfit(StudyTargets const& targets, std::span<double const> outputs) {
    double sum = 0.0, weights = 0.0;
    for (auto const& one : targets.targets) {
        double const value = outputs[one.target.output];
        if (!std::isfinite(value)) return std::numeric_limits<double>::infinity();
        double const scaled = calibration::gap(one.target, value) / one.sd();
        sum += one.target.weight * scaled * scaled;
        weights += one.target.weight;
    }
    return sum / weights;
}

Points with_error(StudyTargets const& targets, calibration::Draws draws, std::uint32_t first,
                  Points outputs) {
    for (std::size_t i = 0; i < outputs.rows(); ++i) {
        sim::Stream draw{draws.seed, draws.purpose, first + static_cast<std::uint32_t>(i),
                         sim::Day{0}};
        for (auto const& one : targets.targets) {
            outputs.row(i)[one.target.output] += sim::normal(draw, 0.0, one.sd());
        }
    }
    return outputs;
}

}  // namespace models
