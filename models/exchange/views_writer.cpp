#include "models/exchange/views_writer.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_writer.hpp"

namespace models {

namespace {

ViewsOutcome outcome_of(UcdpViolence violence) noexcept {
    if (violence == UcdpViolence::state_based) return ViewsOutcome::ged_sb;
    return violence == UcdpViolence::non_state ? ViewsOutcome::ged_ns : ViewsOutcome::ged_os;
}

/// Adds events to one draw.
class Counter {
  public:
    Counter(ViewsFrame const& frame, std::span<ViewsOutcome const> outcomes)
        : frame_{frame}, outcomes_{outcomes} {
        draw_.deaths.resize(frame.months() * frame.units.size() * outcomes.size());
    }

    void add(ViewsOutcome outcome, sim::Date date, sim::GeoPoint at, std::uint32_t deaths) {
        auto const column = std::ranges::find(outcomes_, outcome);
        if (column == outcomes_.end()) return;
        auto const month = views_month_id(date);
        auto const unit = unit_at(at);
        if (month < frame_.first_month || month > frame_.last_month || !unit) {
            ++draw_.events_outside;
            draw_.deaths_outside += deaths;
            return;
        }
        auto const row =
            static_cast<std::size_t>(month - frame_.first_month) * frame_.units.size() + *unit;
        draw_.deaths[row * outcomes_.size() +
                     static_cast<std::size_t>(column - outcomes_.begin())] += deaths;
    }

    [[nodiscard]] ViewsDraw take() { return std::move(draw_); }

  private:
    [[nodiscard]] std::optional<std::size_t> unit_at(sim::GeoPoint at) const {
        if (frame_.unit == ViewsUnit::country) return 0;
        auto const gid = priogrid_gid(at);
        auto const found = std::ranges::lower_bound(frame_.units, gid);
        if (found == frame_.units.end() || *found != gid) return std::nullopt;
        return static_cast<std::size_t>(found - frame_.units.begin());
    }

    ViewsFrame const& frame_;
    std::span<ViewsOutcome const> outcomes_;
    ViewsDraw draw_;
};

}  // namespace

ViewsDraw count_views(ViewsFrame const& frame, std::span<ViewsOutcome const> outcomes,
                      std::span<UcdpEvent const> ucdp, std::span<AcledEvent const> acled) {
    SIM_EXPECTS(std::ranges::is_sorted(frame.units));
    SIM_EXPECTS(frame.unit == ViewsUnit::priogrid || frame.units.size() == 1);
    Counter counter{frame, outcomes};
    for (auto const& event : ucdp) {
        counter.add(outcome_of(event.violence), event.date_start, event.at, event.best);
    }
    for (auto const& event : acled) {
        if (!is_political_violence(event.sub_event)) continue;
        counter.add(ViewsOutcome::acled_deaths, event.date, event.at, event.fatalities);
    }
    return counter.take();
}

void write_views(ViewsFrame const& frame, std::span<ViewsOutcome const> outcomes,
                 std::span<ViewsDraw const> draws, TextSink const& sink) {
    SIM_EXPECTS(!draws.empty() && !outcomes.empty());
    std::vector<std::string> columns{
        "month_id", frame.unit == ViewsUnit::priogrid ? "priogrid_gid" : "country_id", "draw"};
    for (auto const outcome : outcomes) {
        columns.emplace_back(views_outcome_names[static_cast<std::size_t>(outcome)]);
    }
    sim::CsvWriter table{columns};
    std::vector<sim::CsvCell> cells;
    auto const rows = frame.months() * frame.units.size();
    for (std::size_t row = 0; row < rows; ++row) {
        auto const month = row / frame.units.size();
        for (std::size_t draw = 0; draw < draws.size(); ++draw) {
            SIM_EXPECTS(draws[draw].deaths.size() == rows * outcomes.size());
            cells = {frame.first_month + static_cast<std::int64_t>(month),
                     frame.units[row % frame.units.size()], draw};
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                cells.emplace_back(draws[draw].deaths[row * outcomes.size() + i]);
            }
            table.row(cells);
        }
        if (table.text().size() >= sink_block) sink(table.take());
    }
    sink(table.take());
}

}  // namespace models
