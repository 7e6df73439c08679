#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/exchange/event_format.hpp"
#include "models/scoring/event_counts.hpp"
#include "models/scoring/forecast_scores.hpp"
#include "models/scoring/scoring_period.hpp"
#include "models/scoring/scoring_units.hpp"

/// \file models/app/score_runs.hpp
/// Scores of result files against observed events, beside those of simple forecasts.

namespace models {

/// What is to be scored.
struct ScoreRequest {
    std::vector<std::filesystem::path> files = {};  ///< Each a draw; at least one.
    std::filesystem::path events = {};              ///< Observed events.
    std::optional<EventFormat> format = {};         ///< Nothing: told by the columns.
    UnitKind by = UnitKind::cercle;
    Outcome outcome = Outcome::deaths;
    std::string type = "all";  ///< `all`, `each` (all and every single one), or one.
    PeriodRequest period = {};
};

/// One forecast and its scores.
struct NamedScores {
    std::string name;
    std::optional<ScoredForecast> scores = {};  ///< Nothing if it could not be made.
    std::string note = {};                      ///< Why not, or what it lacks.
};

/// Scores for one type of events: the model first, then the references.
struct TypeScores {
    std::string type;
    std::vector<NamedScores> forecasts;
};

/// Everything there is to report.
struct ScoreOutcome {
    EventFormat format = EventFormat::acled;
    ScoringPeriod period = {};
    std::optional<sim::Date> restart = {};  ///< Asked for, or known by all files.
    std::uint32_t units = 0;
    PlacingTally observed = {};       ///< Political violence of the scored months.
    PlacingTally simulated = {};      ///< The same, all runs together.
    std::uint32_t reinitialised = 0;  ///< Runs that began no earlier than the restart.
    std::vector<TypeScores> types = {};
};

/// Read, count and score. The same for any number of threads.
/// \throws InputError if a file cannot be read, the files differ in units, or the months or the
///         type do not exist.
[[nodiscard]] ScoreOutcome score_runs(ScoreRequest const& request);

}  // namespace models
