#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "models/observed/observed_event.hpp"
#include "models/scoring/count_table.hpp"
#include "models/scoring/scoring_units.hpp"

/// \file models/scoring/event_counts.hpp
/// From lists of events to counts by month and unit.

namespace models {

/// What is counted.
enum class Outcome : std::uint8_t { deaths, events };
inline constexpr std::array<std::string_view, 2> outcome_names{"deaths", "events"};

/// An event reduced to what counting needs.
struct PlacedEvent {
    std::int32_t month = 0;  ///< VIEWS' number.
    std::uint32_t unit = 0;
    Placing placing = Placing::outside;
    ObservedKind kind = ObservedKind::battle;
    std::uint32_t deaths = 0;  ///< [people]
};

/// Find the month and the unit of every event, in their order.
[[nodiscard]] std::vector<PlacedEvent> place_events(std::span<ObservedEvent const> events,
                                                    ScoringUnits const& units);

/// How the events of some months were placed.
[[nodiscard]] PlacingTally tally(std::span<PlacedEvent const> events, MonthRange const& months);

/// Add events to one draw of a table: those of its months, inside, and of the kind if one is given.
/// \pre draw < table.draws(), and units are rows of the table.
void count_events(std::span<PlacedEvent const> events, Outcome outcome,
                  std::optional<ObservedKind> kind, std::uint32_t draw, CountTable& table);

}  // namespace models
