#include "models/exchange/monadic_rows.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "sim/base/check.hpp"

namespace models {

namespace {

bool has_second_actor(AcledEvent const& event) noexcept {
    return !event.actor2.empty() || event.inter2 != InterCode::none;
}

void check_same(AcledEvent const& first, AcledEvent const& second, sim::CsvRow const& row,
                std::string const& line) {
    auto const demand = [&](bool is_same, char const* column) {
        if (is_same) return;
        row.error(column, "(differs from the other row of event '" + first.id + "', at line " +
                              line + "). Correct one of them, or give the second event an id.");
    };
    demand(first.date == second.date, "event_date");
    demand(first.sub_event == second.sub_event, "sub_event_type");
    demand(first.at.lat == second.at.lat, "latitude");
    demand(first.at.lon == second.at.lon, "longitude");
    demand(first.fatalities == second.fatalities, "fatalities");
}

}  // namespace

std::vector<AcledEvent> merge_monadic_rows(std::vector<AcledEvent> events,
                                           std::vector<sim::CsvRow> const& rows) {
    SIM_EXPECTS(events.size() == rows.size());
    struct Seen {
        std::size_t row = 0;    // its first
        std::size_t event = 0;  // in what is returned
        int rows = 1;
    };
    bool const may_be_monadic = std::ranges::none_of(events, has_second_actor);
    std::unordered_map<std::string, Seen> seen;
    std::vector<AcledEvent> merged;
    merged.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto& event = events[i];
        auto const [known, is_new] = seen.try_emplace(event.id, Seen{i, merged.size()});
        if (event.id.empty() || is_new) {
            merged.push_back(std::move(event));
            continue;
        }
        auto const line = std::to_string(rows[known->second.row].line());
        if (!may_be_monadic || ++known->second.rows > 2) {
            rows[i].error("event_id_cnty", "(duplicate, first at line " + line +
                                               "). Remove one of the rows, or give it its own id.");
        }
        auto& first = merged[known->second.event];
        check_same(first, event, rows[i], line);
        first.actor2 = std::move(event.actor1);
        first.assoc_actor_2 = std::move(event.assoc_actor_1);
        first.inter2 = event.inter1;
    }
    return merged;
}

}  // namespace models
