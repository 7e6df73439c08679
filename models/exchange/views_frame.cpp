#include "models/exchange/views_frame.hpp"

#include <set>
#include <string>

#include "sim/io/days_since.hpp"
#include "models/observed/grid_ids.hpp"
#include "sim/base/calendar.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr std::int16_t simulated_country = 0;  // row of /cells/country (sim/io/FORMAT.md)

ViewsFrame months_of(sim::ResultReader const& reader) {
    auto const days = reader.read<std::int32_t>("/totals/time");
    auto const start = sim::days_since(reader.attribute("/totals/time", "units"));
    sim::require(!days.empty() && start.has_value(),
                 reader.path() +
                     ": has no days in /totals/time (the run ended before the first). Run again.");
    ViewsFrame frame;
    frame.first_month = views_month_id(*start + std::chrono::days{days.front()});
    frame.last_month = views_month_id(*start + std::chrono::days{days.back()});
    sim::require(frame.first_month <= frame.last_month,
                 reader.path() + ": is damaged at /totals/time (days run backwards). Run again.");
    return frame;
}

}  // namespace

ViewsFrame country_frame(sim::ResultReader const& reader, std::int32_t country) {
    auto frame = months_of(reader);
    frame.unit = ViewsUnit::country;
    frame.units = {country};
    return frame;
}

ViewsFrame priogrid_frame(sim::ResultReader const& reader) {
    sim::require(reader.contains("/cells/country"),
                 reader.path() +
                     ": has no /cells (from which the cells of PRIO-GRID follow). Run with "
                     "output.cells_every_days, or use --unit country.");
    auto frame = months_of(reader);
    auto const lat = reader.read<double>("/cells/lat");
    auto const lon = reader.read<double>("/cells/lon");
    auto const country = reader.read<std::int16_t>("/cells/country");
    sim::require(country.size() == lat.size() * lon.size(),
                 reader.path() +
                     ": is damaged at /cells/country (its shape is not that of lat and "
                     "lon). Run again.");
    std::set<std::int32_t> cells;
    for (std::size_t i = 0; i < country.size(); ++i) {
        if (country[i] != simulated_country) continue;
        cells.insert(priogrid_gid({.lat = lat[i / lon.size()], .lon = lon[i % lon.size()]}));
    }
    frame.unit = ViewsUnit::priogrid;
    frame.units.assign(cells.begin(), cells.end());
    return frame;
}

}  // namespace models
