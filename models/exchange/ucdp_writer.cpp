#include "models/exchange/ucdp_writer.hpp"

#include <string>

#include "models/exchange/ucdp_columns.hpp"
#include "models/observed/grid_ids.hpp"
#include "sim/config/csv_writer.hpp"
#include "sim/config/range.hpp"

namespace models {

namespace {

void write_row(sim::CsvWriter& table, UcdpEvent const& event) {
    auto const point =
        "POINT (" + sim::shortest_text(event.at.lon) + " " + sim::shortest_text(event.at.lat) + ")";
    auto const cell =
        event.priogrid_gid == 0 ? std::int64_t{priogrid_gid(event.at)} : event.priogrid_gid;
    table.row({event.id,
               event.relid,
               sim::year_of(event.date_start),
               event.active_year ? 1 : 0,
               event.code_status,
               static_cast<int>(event.violence),
               event.conflict_id,
               event.conflict_id,
               event.conflict_name,
               event.dyad_id,
               event.dyad_id,
               event.dyad_name,
               event.side_a_id,
               event.side_a_id,
               event.side_a,
               event.side_b_id,
               event.side_b_id,
               event.side_b,
               event.number_of_sources,
               event.source_article,
               event.source_office,
               event.source_date,
               event.source_headline,
               event.source_original,
               event.where_prec,
               event.where_coordinates,
               event.where_description,
               event.adm_1,
               event.adm_2,
               event.at.lat,
               event.at.lon,
               point,
               cell,
               event.country,
               event.country_id,
               event.region,
               event.event_clarity,
               event.date_prec,
               event.date_start,
               event.date_end,
               event.deaths_a,
               event.deaths_b,
               event.deaths_civilians,
               event.deaths_unknown,
               event.best,
               event.high,
               event.low,
               event.gwnoa,
               event.gwnob});
}

}  // namespace

void write_ucdp(std::span<UcdpEvent const> events, TextSink const& sink) {
    auto const& names = ucdp_columns();
    sim::CsvWriter table{{names.begin(), names.end()}};
    for (auto const& event : events) {
        write_row(table, event);
        if (table.text().size() >= sink_block) sink(table.take());
    }
    sink(table.take());
}

}  // namespace models
