#include "models/recorders/reports_recorder.hpp"

#include <string>

namespace models {

namespace {

using Row = std::int16_t;

std::int32_t event_value(std::uint32_t event) noexcept {
    return event == no_event ? no_value : static_cast<std::int32_t>(event);
}

std::int8_t byte(std::uint32_t value) noexcept {
    return static_cast<std::int8_t>(value);
}

std::int32_t whole(std::uint32_t value) noexcept {
    return static_cast<std::int32_t>(value);
}

sim::Attributes event_attributes() {
    return code_attributes(
        "the event that it is a report of: row in /events; missing: none of them");
}

sim::Attributes time_precision_attributes() {
    return {.long_name = "how well the day is known",
            .flags = {{1, "day"}, {2, "week"}, {3, "month"}}};
}

sim::Attributes geo_precision_attributes() {
    return {.long_name = "how well the place is known",
            .flags = {{1, "place"}, {2, "near"}, {3, "region"}}};
}

sim::Attributes place_attributes() {
    return code_attributes(
        "the town that is named: row in /places; missing: a village without a name");
}

std::vector<sim::Flag> violence_flags() {
    std::vector<sim::Flag> flags;
    for (auto const word : ucdp_violence_names) {
        flags.push_back({static_cast<std::int64_t>(flags.size()) + 1, std::string{word}});
    }
    return flags;
}

std::vector<sim::Flag> sub_event_flags() {
    std::vector<std::string> words;
    for (auto const name : acled_sub_event_names) words.emplace_back(name);
    return flags_of(words);
}

std::vector<sim::Flag> inter_flags() {
    std::vector<std::string> words{"nobody"};
    for (std::size_t i = 1; i < inter_code_names.size(); ++i) {
        words.emplace_back(inter_code_names[i]);
    }
    return flags_of(words);
}

}  // namespace

WhereColumns::WhereColumns(sim::EventTable& table, Geography const& map) {
    lat = table.column<float>("lat", {.units = "degrees_north",
                                      .long_name = "latitude that is reported",
                                      .standard_name = "latitude"});
    lon = table.column<float>("lon", {.units = "degrees_east",
                                      .long_name = "longitude that is reported",
                                      .standard_name = "longitude"});
    country = table.column<Row>("country",
                                code_attributes("country of that point", flags_of(map.countries)));
    region = table.column<Row>(
        "region", code_attributes("first-level unit of that point", flags_of(map.regions)));
    cercle = table.column<Row>(
        "cercle", code_attributes("second-level unit of that point", flags_of(map.cercles)));
}

void WhereColumns::put(sim::EventTable& table, Geography const& map, sim::GeoPoint at,
                       sim::CellId cell) {
    table.put(lat, static_cast<float>(at.lat));
    table.put(lon, static_cast<float>(at.lon));
    table.put(country, row_value<Row>(map.cells.country[cell.row]));
    table.put(region, row_value<Row>(map.cells.region[cell.row]));
    auto const in = sim::Id<struct CercleTag>{map.cells.cercle[cell.row]};
    table.put(cercle, row_value<Row>(in));
}

PartyColumns::PartyColumns(sim::EventTable& table, std::string const& name) {
    actor = table.column<Row>(
        name, code_attributes("row in /actors; missing: not one of them, or unknown"));
    inter = table.column<std::int8_t>(name + "_inter",
                                      {.long_name = "what kind of party", .flags = inter_flags()});
    community = table.column<std::int8_t>(
        name + "_community", code_attributes("community of the civilians or the militia, if known",
                                             flags_of(community_names)));
}

void PartyColumns::put(sim::EventTable& table, ReportedActor const& party) {
    table.put(actor, row_value<Row>(party.actor));
    table.put(inter, static_cast<std::int8_t>(party.inter));
    table.put(community, community_value(party.community));
}

AcledRecorder::AcledRecorder(sim::ResultWriter& writer, World const& world, Period const& period)
    : table_{writer.event_table("/reports/acled", "report")},
      event_{table_.column<std::int32_t>("event", event_attributes())},
      day_{table_.column<std::int32_t>("day", day_attributes(period, "day that is reported"))},
      fatalities_{table_.column<std::int32_t>(
          "fatalities", count_attributes("deaths, the lowest of rival counts"))},
      time_precision_{table_.column<std::int8_t>("time_precision", time_precision_attributes())},
      sub_event_{table_.column<std::int8_t>(
          "sub_event", {.long_name = "sub-event type of ACLED", .flags = sub_event_flags()})},
      civilian_targeting_{table_.column<std::int8_t>(
          "civilian_targeting", {.long_name = "whether civilians were the target",
                                 .flags = {{0, "no"}, {1, "civilian_targeting"}}})},
      geo_precision_{table_.column<std::int8_t>("geo_precision", geo_precision_attributes())},
      sources_{table_.column<std::int8_t>("sources", count_attributes("counts that went around"))},
      actor1_{table_, "actor1"},
      actor2_{table_, "actor2"},
      place_{table_.column<Row>("place", place_attributes())},
      where_{table_, *world.map} {}

void AcledRecorder::observe(World const& world) {
    for (auto const& report : world.reports.acled) {
        table_.put(event_, event_value(report.event));
        table_.put(day_, whole(report.when.day.value));
        table_.put(fatalities_, whole(report.fatalities));
        table_.put(time_precision_, byte(report.when.precision));
        table_.put(sub_event_, static_cast<std::int8_t>(report.sub_event));
        table_.put(civilian_targeting_, byte(report.targets_civilians ? 1 : 0));
        table_.put(geo_precision_, byte(report.where.precision));
        table_.put(sources_, byte(report.sources));
        actor1_.put(table_, report.actor1);
        actor2_.put(table_, report.actor2);
        table_.put(place_, row_value<Row>(report.where.place));
        where_.put(table_, *world.map, report.where.at, report.where.cell);
        table_.end_row();
    }
}

UcdpRecorder::UcdpRecorder(sim::ResultWriter& writer, World const& world, Period const& period)
    : table_{writer.event_table("/reports/ucdp", "report")},
      event_{table_.column<std::int32_t>("event", event_attributes())},
      day_{table_.column<std::int32_t>("day", day_attributes(period, "day that is reported"))},
      best_{table_.column<std::int32_t>("best",
                                        count_attributes("deaths, the middle of rival counts"))},
      low_{table_.column<std::int32_t>("low",
                                       count_attributes("deaths, the lowest of rival counts"))},
      high_{table_.column<std::int32_t>("high",
                                        count_attributes("deaths, the highest of rival counts"))},
      deaths_a_{
          table_.column<std::int32_t>("deaths_a", count_attributes("of best, fighters of side a"))},
      deaths_b_{
          table_.column<std::int32_t>("deaths_b", count_attributes("of best, fighters of side b"))},
      deaths_civilians_{
          table_.column<std::int32_t>("deaths_civilians", count_attributes("of best, civilians"))},
      deaths_unknown_{table_.column<std::int32_t>("deaths_unknown",
                                                  count_attributes("of best, of an unknown side"))},
      time_precision_{table_.column<std::int8_t>("time_precision", time_precision_attributes())},
      violence_{table_.column<std::int8_t>(
          "violence", {.long_name = "type of violence of UCDP", .flags = violence_flags()})},
      geo_precision_{table_.column<std::int8_t>("geo_precision", geo_precision_attributes())},
      sources_{table_.column<std::int8_t>("sources", count_attributes("counts that went around"))},
      side_a_{table_, "side_a"},
      side_b_{table_, "side_b"},
      place_{table_.column<Row>("place", place_attributes())},
      where_{table_, *world.map} {}

void UcdpRecorder::observe(World const& world) {
    for (auto const& report : world.reports.ucdp) {
        table_.put(event_, event_value(report.event));
        table_.put(day_, whole(report.when.day.value));
        table_.put(best_, whole(report.best));
        table_.put(low_, whole(report.low));
        table_.put(high_, whole(report.high));
        table_.put(deaths_a_, whole(report.deaths_a));
        table_.put(deaths_b_, whole(report.deaths_b));
        table_.put(deaths_civilians_, whole(report.deaths_civilians));
        table_.put(deaths_unknown_, whole(report.deaths_unknown));
        table_.put(time_precision_, byte(report.when.precision));
        table_.put(violence_, static_cast<std::int8_t>(report.violence));
        table_.put(geo_precision_, byte(report.where.precision));
        table_.put(sources_, byte(report.sources));
        side_a_.put(table_, report.side_a);
        side_b_.put(table_, report.side_b);
        table_.put(place_, row_value<Row>(report.where.place));
        where_.put(table_, *world.map, report.where.at, report.where.cell);
        table_.end_row();
    }
}

HeadlinesRecorder::HeadlinesRecorder(sim::ResultWriter& writer, World const& world,
                                     Period const& period)
    : table_{writer.event_table("/reports/icg", "report")},
      event_{table_.column<std::int32_t>("event", event_attributes())},
      day_{table_.column<std::int32_t>("day", day_attributes(period, "day of the event"))},
      wounded_{table_.column<std::int32_t>("wounded", count_attributes("wounded, all sides"))},
      deaths_of_{[this] {
          std::array<sim::EventColumn<std::int32_t>, side_count> columns;
          for (std::size_t side = 0; side < side_count; ++side) {
              std::string const name{side_names[side]};
              columns[side] = table_.column<std::int32_t>(
                  "deaths_" + name, count_attributes("deaths, side: " + name));
          }
          return columns;
      }()},
      where_{table_, *world.map} {}

void HeadlinesRecorder::observe(World const& world) {
    auto const& map = *world.map;
    for (auto const& report : world.reports.headlines) {
        table_.put(event_, event_value(report.event));
        table_.put(day_, whole(report.day.value));
        table_.put(wounded_, whole(report.wounded));
        for (std::size_t side = 0; side < side_count; ++side) {
            table_.put(deaths_of_[side], whole(report.deaths[side]));
        }
        where_.put(table_, map, map.grid.centre(report.cell), report.cell);
        table_.end_row();
    }
}

}  // namespace models
