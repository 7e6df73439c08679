#include "models/exchange/acled_writer.hpp"

#include <string>

#include "sim/config/csv_writer.hpp"

namespace models {

namespace {

std::string inter_cell(InterCode code, AcledCodes codes) {
    auto const number = static_cast<std::size_t>(code);
    if (codes == AcledCodes::number) return std::to_string(number);
    return std::string{inter_code_names[number]};
}

std::string interaction_cell(AcledEvent const& event, AcledCodes codes) {
    if (codes == AcledCodes::text) return interaction_text(event.inter1, event.inter2);
    return std::to_string(interaction_number(event.inter1, event.inter2));
}

void write_row(sim::CsvWriter& table, AcledEvent const& event, AcledCodes codes) {
    auto const type = event_type_of(event.sub_event);
    table.row({event.id,
               event.date,
               sim::year_of(event.date),
               event.time_precision,
               disorder_type_of(event.sub_event),
               acled_event_type_names[static_cast<std::size_t>(type)],
               acled_sub_event_names[static_cast<std::size_t>(event.sub_event)],
               event.actor1,
               event.assoc_actor_1,
               inter_cell(event.inter1, codes),
               event.actor2,
               event.assoc_actor_2,
               inter_cell(event.inter2, codes),
               interaction_cell(event, codes),
               event.targets_civilians ? "Civilian targeting" : "",
               event.iso,
               event.region,
               event.country,
               event.admin1,
               event.admin2,
               event.admin3,
               event.location,
               event.at.lat,
               event.at.lon,
               event.geo_precision,
               event.source,
               event.source_scale,
               event.notes,
               event.fatalities,
               event.tags,
               event.timestamp == 0 ? sim::CsvCell{std::nullopt} : event.timestamp});
}

}  // namespace

void write_acled(std::span<AcledEvent const> events, AcledCodes codes, TextSink const& sink) {
    sim::CsvWriter table{
        {"event_id_cnty", "event_date",     "year",     "time_precision", "disorder_type",
         "event_type",    "sub_event_type", "actor1",   "assoc_actor_1",  "inter1",
         "actor2",        "assoc_actor_2",  "inter2",   "interaction",    "civilian_targeting",
         "iso",           "region",         "country",  "admin1",         "admin2",
         "admin3",        "location",       "latitude", "longitude",      "geo_precision",
         "source",        "source_scale",   "notes",    "fatalities",     "tags",
         "timestamp"}};
    for (auto const& event : events) {
        write_row(table, event, codes);
        if (table.text().size() >= sink_block) sink(table.take());
    }
    sink(table.take());
}

}  // namespace models
