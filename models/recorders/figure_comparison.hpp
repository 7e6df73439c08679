#pragma once

#include <optional>
#include <vector>

#include "models/recorders/run_history.hpp"
#include "models/reporting/registration.hpp"
#include "models/scenario/figure_table.hpp"

/// \file models/recorders/figure_comparison.hpp
/// Documented figures beside what a run gave.

namespace models {

/// What the sources say a number is, from one end to the other.
struct DocumentedRange {
    double low = 0.0;            ///< [unit of the figure], >= 0.
    std::optional<double> high;  ///< Nothing if it is only known to be at least `low`.
};

/// The range that a figure states; nothing if it states no number.
[[nodiscard]] std::optional<DocumentedRange> range_of(DocumentedFigure const& figure) noexcept;

/// Whether results are set beside a figure: a target or a check that states a number.
[[nodiscard]] bool is_compared(DocumentedFigure const& figure) noexcept;

/// How far a number is from a range: 1 inside it, else the number divided by the nearest end.
/// Infinite above a high end of 0. \pre value >= 0
[[nodiscard]] double factor_from(DocumentedRange const& range, double value) noexcept;

/// How the number that is set beside a figure was counted.
enum class CountedAs : std::uint8_t {
    as_is,       ///< What happened.
    registered,  ///< Refugees on lists.
    acled,       ///< What ACLED's coders wrote down.
    ucdp,        ///< What UCDP's coders wrote down.
    headlines,   ///< What made the headlines, as the Crisis Group counts.
};
inline constexpr std::array<std::string_view, 5> counted_as_names{"as_is", "registered", "acled",
                                                                  "ucdp", "headlines"};

/// A figure and what the run gave for it.
struct FigureComparison {
    DocumentedFigure const* figure = nullptr;
    DocumentedRange range;
    double simulated = 0.0;  ///< [unit of the figure], counted as the figure was.
    CountedAs counted_as = CountedAs::as_is;
    double factor = 1.0;            ///< factor_from() the range.
    std::optional<double> present;  ///< present() [unit of the figure].
};

/// A finished run, as far as figures go.
struct RunOutcome {
    RunHistory const& history;
    std::vector<AgreementRecord> const& agreements;
    std::vector<std::string> const& countries;  ///< Row 0 is the simulated one.
    Registrations const& registrations;         ///< How refugees are counted.
};

/// How a figure is to be counted: refugees (alone or with IDPs) on lists, whoever published them;
/// violence as its observer writes it down, if the run has reports and there is such an observer
/// in the model. Years of the Crisis Group's and of the United Nations' counts of peacekeepers are
/// as they are: their dead are known by name.
[[nodiscard]] CountedAs counted_as(DocumentedFigure const& figure,
                                   RunOutcome const& outcome) noexcept;

/// What a run gave for a figure; nothing if the model does not compute it, or the run does not
/// cover its period.
///
/// Deaths, wounded, events and returns are sums over the period; people displaced and territory
/// are means over it. All are counted as counted_as() says; refugees at a place if the figure
/// names one. Single events (category `event_casualties`, or any other figure with a place)
/// are not computed: which day and place a battle falls on is chance. An agreement is found by the
/// date on which it began; one of several pairs lasts until the first pair breaks it.
[[nodiscard]] std::optional<double> simulated(DocumentedFigure const& figure,
                                              RunOutcome const& outcome);

/// The same as it was, whoever counts: every refugee who is there, every death; nothing for figures
/// that are counted as they are.
[[nodiscard]] std::optional<double> present(DocumentedFigure const& figure,
                                            RunOutcome const& outcome);

/// Every target and check that can be computed, in the order of the table.
/// \pre The figures outlive the result.
[[nodiscard]] std::vector<FigureComparison> compare_figures(
    std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome);

}  // namespace models
