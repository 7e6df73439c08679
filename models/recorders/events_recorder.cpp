#include "models/recorders/events_recorder.hpp"

#include <string>

namespace models {

EventsRecorder::EventsRecorder(sim::ResultWriter& writer, World const& world, Period const& period)
    : table_(writer.event_table("/events", "event")) {
    auto const& map = *world.map;
    using Row = std::int16_t;
    day_ = table_.column<std::int32_t>("day", day_attributes(period, "day of the event"));
    kind_ = table_.column<std::int8_t>(
        "kind", {.long_name = "kind of event", .flags = flags_of(event_kind_names)});
    attacker_ = table_.column<Row>(
        "attacker",
        code_attributes("who began it, or holds the place now: row in /actors; missing: a crowd"));
    target_ = table_.column<Row>(
        "target", code_attributes("who was attacked: row in /actors; missing: civilians"));
    victims_ = table_.column<std::int8_t>(
        "victims", {.long_name = "whose civilians were attacked: community; missing: not one's, or "
                                 "not civilians",
                    .fill_value = no_value,
                    .flags = flags_of(community_names)});
    avenger_ = table_.column<std::int8_t>(
        "avenger", {.long_name = "the community in whose name; missing: none's",
                    .fill_value = no_value,
                    .flags = flags_of(community_names)});
    lat_ = table_.column<float>("lat", {.units = "degrees_north",
                                        .long_name = "latitude of the centre of the cell",
                                        .standard_name = "latitude"});
    lon_ = table_.column<float>("lon", {.units = "degrees_east",
                                        .long_name = "longitude of the centre of the cell",
                                        .standard_name = "longitude"});
    row_ = table_.column<Row>("row", count_attributes("row of the cell in /cells, from the south"));
    column_ = table_.column<Row>("column",
                                 count_attributes("column of the cell in /cells, from the west"));
    country_ = table_.column<Row>("country", code_attributes("country", flags_of(map.countries)));
    region_ =
        table_.column<Row>("region", code_attributes("first-level unit", flags_of(map.regions)));
    cercle_ =
        table_.column<Row>("cercle", code_attributes("second-level unit", flags_of(map.cercles)));
    place_ = table_.column<Row>("place", code_attributes("place it was about: row in /places"));
    for (std::size_t side = 0; side < side_count; ++side) {
        std::string const name{side_names[side]};
        deaths_of_[side] = table_.column<std::int32_t>("deaths_" + name,
                                                       count_attributes("deaths, side: " + name));
    }
    deaths_ = table_.column<std::int32_t>("deaths", count_attributes("deaths, all sides"));
    attacker_deaths_ = table_.column<std::int32_t>(
        "attacker_deaths", count_attributes("of the deaths, fighters of the attacker"));
    wounded_ = table_.column<std::int32_t>("wounded", count_attributes("wounded, all sides"));
}

void EventsRecorder::observe(World const& world) {
    for (auto const& event : world.events) write(*world.map, event);
}

void EventsRecorder::write(Geography const& map, ConflictEvent const& event) {
    auto const cell = event.cell;
    auto const centre = map.grid.centre(cell);
    using Row = std::int16_t;
    table_.put(day_, static_cast<std::int32_t>(event.day.value));
    table_.put(kind_, static_cast<std::int8_t>(event.kind));
    table_.put(attacker_, row_value<Row>(event.attacker));
    table_.put(target_, row_value<Row>(event.target));
    table_.put(victims_, community_value(event.victims));
    table_.put(avenger_, community_value(event.avenger));
    table_.put(lat_, static_cast<float>(centre.lat));
    table_.put(lon_, static_cast<float>(centre.lon));
    table_.put(row_, static_cast<Row>(map.grid.row(cell)));
    table_.put(column_, static_cast<Row>(map.grid.column(cell)));
    table_.put(country_, row_value<Row>(map.cells.country[cell.row]));
    table_.put(region_, row_value<Row>(map.cells.region[cell.row]));
    auto const cercle = sim::Id<struct CercleTag>{map.cells.cercle[cell.row]};
    table_.put(cercle_, row_value<Row>(cercle));
    table_.put(place_, row_value<Row>(event.place));
    for (std::size_t side = 0; side < side_count; ++side) {
        table_.put(deaths_of_[side], static_cast<std::int32_t>(event.deaths[side]));
    }
    table_.put(deaths_, static_cast<std::int32_t>(event.all_deaths()));
    table_.put(attacker_deaths_, static_cast<std::int32_t>(event.attacker_deaths));
    table_.put(wounded_, static_cast<std::int32_t>(event.wounded));
    table_.end_row();
}

}  // namespace models
