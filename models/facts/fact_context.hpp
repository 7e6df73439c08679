#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/observed/observed_event.hpp"
#include "sim/base/calendar.hpp"

/// \file models/facts/fact_context.hpp
/// What events are set against, and what one fact is.

namespace models {

/// Where and when the events were looked for: what has none is seen only against this.
struct FactContext {
    sim::Date first_day = {}, last_day = {};  ///< Both included.
    std::vector<std::string> regions = {};    ///< First-level units (admin1).
    std::vector<std::string> units = {};      ///< Second-level units (admin2), cercles in Mali.
    std::vector<std::int32_t> cells = {};     ///< PRIO-GRID gids inside the country, any order.
    /// Words by which names of actors tell two identity militias that retaliate, such as "dogon".
    std::vector<std::string> militia_a = {}, militia_b = {};
};

/// One statistic of a list of events.
struct Fact {
    std::string key = {};                        ///< Name in the table of targets.
    std::optional<double> value = std::nullopt;  ///< Nothing where it cannot be computed.
    std::size_t n = 0;                           ///< Events, pairs or units that it rests on.
};

/// Facts about one list of events, in a fixed order of keys.
using FactReport = std::vector<Fact>;

using ObservedEvents = std::span<ObservedEvent const>;

/// Calendar years of which the period holds at least 330 days (our assumption: ACLED's Mali begins
/// on 12 January 2012).
[[nodiscard]] std::vector<int> full_years(FactContext const& context);

/// Months since January of year 0, and the months of which the period holds at least 15 days (our
/// assumption), which are consecutive.
[[nodiscard]] int month_number(sim::Date date) noexcept;
struct MonthRange {
    int first = 0;
    int count = 0;
};
[[nodiscard]] MonthRange months_of(FactContext const& context);

/// Counts by row and month; shape (rows, months).
using CountTable = std::vector<std::vector<double>>;

/// Events and deaths by second-level unit and month. Names are compared folded; events of other
/// units or months are left out.
struct UnitMonths {
    CountTable events, deaths;
};
[[nodiscard]] UnitMonths unit_months(ObservedEvents events, FactContext const& context);

}  // namespace models
