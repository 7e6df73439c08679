#include "models/exchange/views_frame.hpp"

#include "models/observed/grid_ids.hpp"
#include "models/observed/result_map.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

ViewsFrame months_of(sim::ResultReader const& reader) {
    auto const days = read_result_days(reader);
    return {.first_month = views_month_id(days.first), .last_month = views_month_id(days.last)};
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
    frame.unit = ViewsUnit::priogrid;
    frame.units = read_result_map(reader).home_gids();
    return frame;
}

}  // namespace models
