#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/names.hpp"
#include "models/world/geography.hpp"
#include "models/world/ids.hpp"
#include "sim/base/calendar.hpp"

/// \file models/scenario/figure_table.hpp
/// What sources counted: the figures that results are set beside.

namespace models {

/// What a figure counts.
enum class FigureQuantity : std::uint8_t {
    deaths,
    wounded,
    events,
    peacekeeper_attacks,
    kidnappings,
    refugees,
    idps,
    displaced,  ///< Refugees and IDPs.
    returns_refugees,
    returns_idps,
    territory_km2,
    ceasefire_months,
    strength,
    state_based_deaths,  ///< UCDP's three types of violence.
    non_state_deaths,
    one_sided_deaths,
    other,  ///< Not computed.
};
inline constexpr std::array<std::string_view, 17> figure_quantity_names{"deaths",
                                                                        "wounded",
                                                                        "events",
                                                                        "peacekeeper_attacks",
                                                                        "kidnappings",
                                                                        "refugees",
                                                                        "idps",
                                                                        "displaced",
                                                                        "returns_refugees",
                                                                        "returns_idps",
                                                                        "territory_km2",
                                                                        "ceasefire_months",
                                                                        "strength",
                                                                        "state_based_deaths",
                                                                        "non_state_deaths",
                                                                        "one_sided_deaths",
                                                                        "other"};

/// Whom a figure is about.
enum class FigureSide : std::uint8_t {
    not_applicable,
    all,
    state,  ///< With its foreign allies.
    civilian,
    militant,
    peacekeeper,
};
inline constexpr std::array<std::string_view, 6> figure_side_names{
    "", "all", "state", "civilian", "militant", "peacekeeper"};

/// What a figure is good for.
enum class FigureUse : std::uint8_t {
    target,  ///< Compare results with it.
    input,   ///< A scenario is built on it.
    check,   ///< Plausibility.
    context,
};
inline constexpr std::array<std::string_view, 4> figure_use_names{"target", "input", "check",
                                                                  "context"};

/// How a figure bounds the truth.
enum class FigureBound : std::uint8_t { two_sided, at_least, at_most, about };
inline constexpr std::array<std::string_view, 4> figure_bound_names{"", "at_least", "at_most",
                                                                    "about"};

/// One documented figure.
struct DocumentedFigure {
    std::string id;  ///< Unique name.
    FigureQuantity quantity = FigureQuantity::other;
    FigureSide side = FigureSide::not_applicable;
    std::string category;  ///< Kind of figure, for grouping in reports.
    sim::Date start, end;  ///< First and last day covered; for a stock, when it held.
    std::optional<double> low, central, high;  ///< Stated value and its range [unit]; low <= high.
    std::string unit;                          ///< Unit of the three; may be empty.
    std::string source;                        ///< Who counted.
    std::string source_document;               ///< Where we have it from (SOURCES.md).
    FigureUse use = FigureUse::context;
    std::string observer;  ///< Whose way of counting it follows, such as acled.
    FigureBound bound = FigureBound::two_sided;
    std::string note;          ///< What it counts, and doubts; may be empty.
    std::string country;       ///< Country it is about, for refugees that of asylum; or `all`.
    PlaceId place = no_place;  ///< Place of the event, or where refugees are, if it is about one.
    std::vector<RegionId> regions;  ///< Regions where IDPs are; none: the whole country.
};

/// Read the table
/// `id,quantity,side,category,start,end,low,central,high,unit,source,source_document,
/// use,observer,one_sided,note,country,place`; `place` is a place, or `region:NAME;NAME` for IDPs.
///
/// \throws InputError with file and line if an id is there twice, a word or name is unknown, the
///         end is before the start, a number is negative, the three are out of order, a target has
///         none of them, or regions are given for anything but IDPs.
[[nodiscard]] std::vector<DocumentedFigure> read_figures(std::filesystem::path const& path,
                                                         Geography const& map,
                                                         NameIndex const& places);

}  // namespace models
