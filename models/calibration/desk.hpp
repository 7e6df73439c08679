#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/calibration/tables.hpp"
#include "sim/calibration/design.hpp"

/// \file models/calibration/desk.hpp
/// What the phases of a calibration share: points become runs, runs become outputs, and everything
/// is written down.

namespace models {

/// The phases, in their order; it is part of the seeds of their runs.
enum class CalibrationPhase : std::uint8_t {
    probe,
    screening,
    optimise,
    history,
    emulator,
    abc,
    proof,
    sobol,
    report
};
inline constexpr std::array<std::string_view, 9> phase_names{
    "probe", "screening", "optimise", "history", "emulator", "abc", "proof", "sobol", "report"};
[[nodiscard]] constexpr std::string_view name_of(CalibrationPhase phase) noexcept {
    return phase_names[static_cast<std::size_t>(phase)];
}

/// Where what a calibration says and leaves goes; whatever is empty is not needed.
struct CalibrationSink {
    /// Keep a text under a name such as `waves.csv`. It may be given again, longer.
    std::function<void(std::string const& name, std::string const& text)> keep = {};
    /// A state that takes long to make, if it was made from the same before.
    std::function<std::optional<std::string>(std::string const& name, std::string const& from)>
        recall = {};
    std::function<void(std::string const& name, std::string const& from, std::string const& bytes)>
        remember = {};
    /// Told what is done next: for the costs (a phase, or `emulators`), and for people.
    std::function<void(std::string const& phase, std::string const& what)> announce = {};
};

/// The parameters that vary, and the unit cube of these.
struct ParameterSpace {
    std::vector<StudyParameter> parameters;  ///< All of the study.
    std::vector<std::size_t> active;         ///< Those that vary.

    /// Values of all parameters at each point; those that do not vary have their prior median.
    /// \pre a column per active parameter, numbers in [0, 1]
    [[nodiscard]] sim::calibration::Points values(sim::calibration::Points const& unit) const;
};

/// Whether runs at different points have the same luck.
enum class Luck { of_its_own, shared };

/// Makes and remembers the runs of a study. Not for concurrent use.
class CalibrationDesk {
  public:
    CalibrationDesk(CalibrationStudy study, Scenario const& scenario, MakeRuns make_runs,
                    CalibrationSink sink);

    [[nodiscard]] CalibrationStudy const& study() const noexcept { return study_; }
    [[nodiscard]] StudyTargets const& targets() const noexcept { return targets_; }
    [[nodiscard]] ParameterSpace const& space() const noexcept { return space_; }
    [[nodiscard]] std::vector<RunRow> const& runs() const noexcept { return runs_; }
    [[nodiscard]] CalibrationSink const& sink() const noexcept { return sink_; }
    [[nodiscard]] std::size_t failed() const noexcept { return failed_; }  ///< Runs.

    /// Make one run with all priors at their medians, and the targets from what it gives.
    void probe();

    /// Vary these parameters only from now on. \pre ascending
    void vary(std::vector<std::size_t> active) { space_.active = std::move(active); }

    /// Run each point \p seeds times.
    /// \param round  Wave or generation, for `runs.csv`.
    /// \return Shape (points * seeds, targets), seeds fastest; a failed run is a row of NaN.
    [[nodiscard]] sim::calibration::Points run(CalibrationPhase phase, std::uint32_t round,
                                               sim::calibration::Points const& unit,
                                               std::uint32_t seeds, Luck luck);

    /// Luck for an algorithm of the study.
    [[nodiscard]] sim::calibration::Draws draws(sim::Purpose purpose) const noexcept {
        return {sim::Seed{study_.seed}, purpose};
    }

    /// The column of a target. \param where  Which key names it, for the message.
    /// \throws InputError if there is none.
    [[nodiscard]] std::size_t target_named(std::string const& id, std::string const& where) const;

    /// Texts that take long to make: kept under a name, and made again only from something else.
    [[nodiscard]] std::vector<std::string> once(
        std::string const& name, std::string const& from,
        std::function<std::vector<std::string>()> const& make) const;

    /// A line of the log, which is the same whenever the study is done again.
    void say(std::string const& line);

    void announce(std::string const& phase, std::string const& what) const {
        if (sink_.announce) sink_.announce(phase, what);
    }

    void keep(std::string const& name, std::string const& text) const {
        if (sink_.keep) sink_.keep(name, text);
    }

    /// Bring `runs.csv` up to date.
    void keep_runs() const;

  private:
    [[nodiscard]] std::uint64_t seed_of(CalibrationPhase phase, std::uint32_t number) const;

    CalibrationStudy study_;
    Scenario const& scenario_;
    MakeRuns make_runs_;
    CalibrationSink sink_;
    ParameterSpace space_;
    StudyTargets targets_;
    std::vector<RunRow> runs_;
    std::size_t failed_ = 0;
    std::string log_;
    std::array<std::uint32_t, phase_names.size()> points_{};  // run so far, by phase
};

/// Means of groups of \p size rows over the numbers that are finite; NaN if there are none.
[[nodiscard]] sim::calibration::Points mean_rows(sim::calibration::Points const& rows,
                                                 std::uint32_t size);

/// Weighted mean over targets of (gap / standard deviation)^2, where the deviation is that of
/// observation and discrepancy; infinite if an output is not finite.
[[nodiscard]] double misfit(StudyTargets const& targets, std::span<double const> outputs);

/// Outputs with a normal error of observation and discrepancy of each target.
/// \param first  Number of the first row among all to which errors are added.
[[nodiscard]] sim::calibration::Points with_error(StudyTargets const& targets,
                                                  sim::calibration::Draws draws,
                                                  std::uint32_t first,
                                                  sim::calibration::Points outputs);

}  // namespace models
