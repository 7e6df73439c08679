#include "models/scoring/event_counts.hpp"

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"

namespace models {

std::vector<PlacedEvent> place_events(std::span<ObservedEvent const> events,
                                      ScoringUnits const& units) {
    std::vector<PlacedEvent> placed;
    placed.reserve(events.size());
    for (auto const& event : events) {
        auto const place = units.place_of(event);
        placed.push_back({.month = views_month_id(event.date),
                          .unit = place.unit,
                          .placing = place.placing,
                          .kind = event.kind,
                          .deaths = event.deaths});
    }
    return placed;
}

PlacingTally tally(std::span<PlacedEvent const> events, MonthRange const& months) {
    PlacingTally tally;
    for (auto const& event : events) {
        if (months.contains(event.month)) tally.add(event.placing);
    }
    return tally;
}

void count_events(std::span<PlacedEvent const> events, Outcome outcome,
                  std::optional<ObservedKind> kind, std::uint32_t draw, CountTable& table) {
    for (auto const& event : events) {
        if (event.placing == Placing::outside || !table.months().contains(event.month)) continue;
        if (kind && event.kind != *kind) continue;
        SIM_EXPECTS(event.unit < table.units());
        table.month(draw, event.month)[event.unit] += outcome == Outcome::deaths ? event.deaths : 1;
    }
}

}  // namespace models
