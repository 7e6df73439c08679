#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/figure_table.hpp"
#include "sim/calibration/abc_smc.hpp"
#include "sim/calibration/emulated_posterior.hpp"
#include "sim/calibration/history_matching.hpp"
#include "sim/calibration/morris.hpp"
#include "sim/calibration/nelder_mead.hpp"
#include "sim/calibration/prior.hpp"
#include "sim/io/provenance.hpp"

/// \file models/calibration/study_file.hpp
/// Reads STUDY.toml: what is calibrated, on what, and how. README.md says what it may hold.

namespace models {

/// A setting whose value is sought.
struct StudyParameter {
    std::string key;  ///< Such as `attack.deterrence`.
    sim::calibration::Prior prior = {};
    bool is_whole = false;      ///< Values are rounded to whole numbers.
    std::string location = {};  ///< `FILE:LINE:COLUMN`.
};

/// What several targets of one kind count together.
enum class WeightBy : std::uint8_t {
    family,  ///< As much as any other family of targets.
    figure,  ///< As much as there are.
    root,    ///< As much as the root of their number: neither one figure nor independent ones.
};
inline constexpr std::array<std::string_view, 3> weight_by_names{"family", "figure", "root"};

/// Something the months of a run look like.
enum class PatternKind : std::uint8_t {
    refugee_peak_month,     ///< Month with the most refugees at its end.
    idp_peak_month,         ///< Month with the most internally displaced people at its end.
    death_peak_month,       ///< Month with the most deaths.
    death_share,            ///< Deaths of some months, of those of a longer time.
    death_ratio,            ///< Deaths of some months over those of others.
    refugee_peak_ratio,     ///< Most refugees over those at the end of a month.
    idp_peak_ratio,         ///< Most internally displaced people over those at the end of a month.
    months_without_deaths,  ///< Months of a time.
};
inline constexpr std::array<std::string_view, 8> pattern_names{
    "refugee_peak_month", "idp_peak_month",     "death_peak_month", "death_share",
    "death_ratio",        "refugee_peak_ratio", "idp_peak_ratio",   "months_without_deaths"};

/// Whose count of deaths a pattern is about.
enum class PatternCount : std::uint8_t { as_is, acled };
inline constexpr std::array<std::string_view, 2> pattern_count_names{"as_is", "acled"};

/// A pattern that the runs should show.
struct StudyPattern {
    std::string id = {};
    PatternKind kind = PatternKind::death_share;
    PatternCount count = PatternCount::as_is;
    std::optional<double> low = {},
                          high = {};   ///< 90 % interval, or one end of a one-sided target; months
                                       ///< count from January of the year 0.
    std::optional<double> error = {};  ///< Least standard deviation, on the scale of the pattern.
    std::optional<sim::Date> from = {}, to = {};        ///< Months it is about.
    std::optional<sim::Date> of_from = {}, of_to = {};  ///< Months it is set beside.
    std::string source = {};
    std::string location = {};
};

/// A figure that is not used.
struct Exclusion {
    std::string id, reason, location;
};

/// Which figures are targets, and how wrong they may be.
struct TargetOptions {
    sim::Date until = sim::make_date(2016, 12, 31);  ///< Figures that end later are not used.
    double error = 0.1;        ///< Least standard deviation of log(1 + figure), > 0.
    double about_error = 0.2;  ///< The same of figures said to be "about".
    std::vector<std::pair<FigureQuantity, double>> errors;  ///< The same by quantity.
    double discrepancy = 0.1;  ///< Standard deviation by which the best run may miss, >= 0.
    WeightBy weights = WeightBy::family;
    std::vector<Exclusion> exclude;
    std::vector<StudyPattern> patterns;
};

struct ScreeningPhase {
    sim::calibration::MorrisOptions morris = {};
    std::uint32_t seeds = 1;  ///< Runs per point, the same luck at all points.
    std::uint32_t keep = 0;   ///< Parameters that later phases vary; 0: all.
};

struct OptimisePhase {
    sim::calibration::NelderMeadOptions search = {};
    double step = 0.2;        ///< Size of the first simplex [share of the unit cube], (0, 0.5].
    std::uint32_t seeds = 1;  ///< Runs per point, the same luck at all points.
};

struct HistoryPhase {
    sim::calibration::HistoryOptions options = {};
    std::uint32_t seeds = 1;                ///< Runs per point, averaged.
    std::vector<std::string> targets = {};  ///< Ids of those used; none: all.
};

struct EmulatorPhase {
    std::uint32_t points = 400;  ///< Runs, spread over what history matching left.
    sim::calibration::EmulatorOptions options = {};
};

/// What the posterior is made with.
enum class SimulatorKind : std::uint8_t { model, emulator };

struct AbcPhase {
    SimulatorKind simulator = SimulatorKind::model;
    sim::calibration::AbcOptions options = {};
    std::uint32_t batch = 32;  ///< Runs asked for at once.
    sim::calibration::PosteriorMethod method =
        sim::calibration::PosteriorMethod::synthetic;  ///< With the emulator.
};

struct ProofPhase {
    std::uint32_t truths = 200, folds = 5, bins = 10;
    std::uint32_t particles = 399;  ///< (particles + 1) is a multiple of bins.
};

struct SobolPhase {
    std::uint32_t blocks = 1000;            ///< Each takes parameters + 2 predictions.
    double level = 0.9;                     ///< Of the posterior's intervals that are varied over.
    bool over_prior = false;                ///< Vary over the whole prior instead.
    std::vector<std::string> targets = {};  ///< Ids; none: all.
};

struct PosteriorPhase {
    std::uint32_t draws = 500;
    std::uint32_t seeds = 20;  ///< Runs at the posterior median, for the report.
};

/// A study that was read and checked, as far as that goes without its scenario.
struct CalibrationStudy {
    std::filesystem::path file;
    std::string name;   ///< Short, for titles.
    std::string title;  ///< One line for people.
    std::filesystem::path scenario;
    std::vector<std::string> settings;       ///< Of all runs, as after `--set`.
    std::uint64_t seed = 1;                  ///< All luck of the study and of its runs.
    std::vector<StudyParameter> parameters;  ///< Sorted by key.
    TargetOptions targets;
    std::optional<ScreeningPhase> screening;
    std::optional<OptimisePhase> optimise;
    std::optional<HistoryPhase> history;
    std::optional<EmulatorPhase> emulator;
    std::optional<AbcPhase> abc;
    std::optional<ProofPhase> proof;  ///< Of the posterior through the emulator.
    std::optional<SobolPhase> sobol;
    PosteriorPhase posterior;
    std::string text;                    ///< The whole study as canonical TOML.
    std::vector<sim::InputFile> inputs;  ///< The study and what it extends.
};

/// Read a study. \throws InputError with file, line and key.
[[nodiscard]] CalibrationStudy read_calibration_study(std::filesystem::path const& file);

}  // namespace models
