#pragma once

#include "sim/base/calendar.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/reporting/reporting_params.hpp
/// How events become news, and news become data. models/reporting/README.md has the formulas.

namespace models {

/// Parameters of reporting. Checked when the scenario is read.
struct ReportingParams {
    // Which events are known to ACLED's coders.
    double attention = 0.0;  ///< For an event without deaths outside towns on day 0 [1], >= 0.
    double attention_growth =
        0.0;                      ///< What is added to it in a year, as a share of it [1/a], >= 0.
    sim::Date jump_on = {};       ///< From this day on
    double attention_jump = 1.0;  ///< it is so many times that [1], >= 0.
    double capital_factor = 1.0;  ///< Factor in the capital of a cercle [1], >= 0.
    double abduction_factor = 1.0;  ///< Factor for abductions [1], >= 0.
    double double_counting = 0.0;   ///< Share of events written down twice, 0 to 1.

    // What is said of them.
    double rival_counts = 0.0;  ///< Mean further counts, times ln(1 + deaths) [counts], 0 to 10.
    double count_spread = 0.0;  ///< Standard deviation of the logarithm of a count, 0 to 2.
    double rounding = 0.0;      ///< Share of counts from 8 on that are rounded, 0 to 1.
    double vague_words = 0.0;   ///< Share of counts from 10 on that are "tens", "dozens", 0 to 1.
    double unidentified = 0.0;  ///< Share of armed groups' attacks that are nobody's, 0 to 1.
    double unidentified_on_civilians = 0.0;  ///< The same for violence against civilians, 0 to 1.

    // When and where they are said to have been.
    double week_precision = 0.0;     ///< Share dated by the week, 0 to 1.
    double month_precision = 0.0;    ///< Share dated by the month, 0 to 1; with the former <= 1.
    double precise_in_towns = 1.0;   ///< Share placed exactly, in the model's towns, 0 to 1.
    double precise_elsewhere = 1.0;  ///< The same elsewhere, 0 to 1.
    double region_precision = 0.0;   ///< Of the others, share placed in the region only, 0 to 1.
    double town_km = 0.0;            ///< How near a town an event is in it [km], >= 0.

    // Who else writes them down.
    double ucdp_attention = 1.0;       ///< Factor on attention for UCDP's coders [1], >= 0.
    double ucdp_unknown_side = 0.0;    ///< Share of events whose dead have no side there, 0 to 1.
    double headline_deaths = 1.0;      ///< Deaths of which 63 % make the headlines [people], > 0.
    double headline_foreigners = 1.0;  ///< Weight of dead peacekeepers and foreigners [1], >= 0.
};

/// Read the section `[reporting]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] ReportingParams read_reporting_params(sim::TomlTable const& table);

}  // namespace models
