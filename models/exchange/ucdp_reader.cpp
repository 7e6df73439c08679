#include "models/exchange/ucdp_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "models/exchange/event_cells.hpp"
#include "models/exchange/ucdp_columns.hpp"
#include "models/observed/grid_ids.hpp"
#include "models/observed/same_word.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/text_file.hpp"
#include "sim/config/unique_keys.hpp"

namespace models {

namespace {

using sim::CsvRow;

constexpr std::array<std::string_view, 12> required{
    "id",       "type_of_violence", "latitude",       "longitude", "date_start", "deaths_a",
    "deaths_b", "deaths_civilians", "deaths_unknown", "best",      "high",       "low"};

std::vector<std::string> required_columns() {
    return {required.begin(), required.end()};
}

std::vector<std::string> optional_columns() {
    auto const& columns = ucdp_columns();
    std::vector<std::string> names(columns.begin(), columns.end());
    std::erase_if(names, [](std::string const& name) {
        return std::ranges::find(required, name) != required.end();
    });
    return names;
}

/// Whether the first row is an event.
bool lacks_header(std::string_view text) noexcept {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    auto const first = text.find_first_not_of("\r\n\"");
    return first != std::string_view::npos && text[first] >= '0' && text[first] <= '9';
}

bool read_active_year(CsvRow const& row) {
    auto const text = text_or_empty(row, "active_year");
    if (text.empty() || text == "0" || is_same_word(text, "false")) return false;
    if (text != "1" && !is_same_word(text, "true")) {
        row.error("active_year", "(must be 0 or 1). Write one of them.");
    }
    return true;
}

std::uint8_t code(CsvRow const& row, char const* column, std::int64_t largest) {
    return static_cast<std::uint8_t>(
        whole_number_or(row, column, {.minimum = 1, .maximum = largest}, 1));
}

/// A number by which UCDP names something; 0 if it does not.
std::int64_t number_of(CsvRow const& row, char const* column) {
    return whole_number_or(row, column,
                           {.minimum = 0, .maximum = std::numeric_limits<std::int64_t>::max()}, 0);
}

void read_parties(UcdpEvent& event, CsvRow const& row) {
    event.violence = static_cast<UcdpViolence>(
        whole_number(row, "type_of_violence", {.minimum = 1, .maximum = 3}));
    event.conflict_id = number_of(row, "conflict_new_id");
    event.conflict_name = text_or_empty(row, "conflict_name");
    event.dyad_id = number_of(row, "dyad_new_id");
    event.dyad_name = text_or_empty(row, "dyad_name");
    event.side_a_id = number_of(row, "side_a_new_id");
    event.side_a = text_or_empty(row, "side_a");
    event.side_b_id = number_of(row, "side_b_new_id");
    event.side_b = text_or_empty(row, "side_b");
    event.gwnoa = text_or_empty(row, "gwnoa");
    event.gwnob = text_or_empty(row, "gwnob");
}

void read_sources(UcdpEvent& event, CsvRow const& row) {
    constexpr auto most = std::numeric_limits<std::int32_t>::max();
    event.number_of_sources = static_cast<std::int32_t>(
        whole_number_or(row, "number_of_sources", {.minimum = -1, .maximum = most}, -1));
    event.source_article = text_or_empty(row, "source_article");
    event.source_office = text_or_empty(row, "source_office");
    event.source_date = text_or_empty(row, "source_date");
    event.source_headline = text_or_empty(row, "source_headline");
    event.source_original = text_or_empty(row, "source_original");
}

void read_place(UcdpEvent& event, CsvRow const& row) {
    event.where_prec = code(row, "where_prec", 7);
    event.where_coordinates = text_or_empty(row, "where_coordinates");
    event.where_description = text_or_empty(row, "where_description");
    event.adm_1 = text_or_empty(row, "adm_1");
    event.adm_2 = text_or_empty(row, "adm_2");
    event.at = event_point(row);
    event.priogrid_gid = whole_number_or(row, "priogrid_gid", {.minimum = 1, .maximum = 259'200},
                                         priogrid_gid(event.at));
    event.country = text_or_empty(row, "country");
    event.country_id = static_cast<std::int32_t>(
        whole_number_or(row, "country_id", {.minimum = 0, .maximum = 9999}, 0));
    event.region = text_or_empty(row, "region");
}

void read_dates(UcdpEvent& event, CsvRow const& row) {
    event.event_clarity = code(row, "event_clarity", 2);
    event.date_prec = code(row, "date_prec", 5);
    event.date_start = event_date(row, "date_start");
    event.date_end = row.text_if("date_end") ? event_date(row, "date_end") : event.date_start;
    if (event.date_end < event.date_start) {
        row.error("date_end", "(must not be before date_start, " +
                                  sim::to_string(event.date_start) + "). Correct one of them.");
    }
}

void read_deaths(UcdpEvent& event, CsvRow const& row) {
    event.deaths_a = death_count(row, "deaths_a");
    event.deaths_b = death_count(row, "deaths_b");
    event.deaths_civilians = death_count(row, "deaths_civilians");
    event.deaths_unknown = death_count(row, "deaths_unknown");
    event.best = death_count(row, "best");
    event.high = death_count(row, "high");
    event.low = death_count(row, "low");
    auto const sum = std::uint64_t{event.deaths_a} + event.deaths_b + event.deaths_civilians +
                     event.deaths_unknown;
    if (sum != event.best) {
        row.error("best",
                  "(must be the sum of deaths_a, deaths_b, deaths_civilians and "
                  "deaths_unknown, " +
                      std::to_string(sum) + "). Correct the counts.");
    }
    if (event.low > event.best) {
        row.error("low", "(must be at most best, " + std::to_string(event.best) +
                             "). Correct one of them.");
    }
    if (event.high < event.best) {
        row.error("high", "(must be at least best, " + std::to_string(event.best) +
                              "). Correct one of them.");
    }
}

UcdpEvent read_event(CsvRow const& row) {
    UcdpEvent event;
    event.id = whole_number(row, "id",
                            {.minimum = 0, .maximum = std::numeric_limits<std::int64_t>::max()});
    event.relid = text_or_empty(row, "relid");
    event.active_year = read_active_year(row);
    event.code_status = text_or_empty(row, "code_status");
    read_parties(event, row);
    read_sources(event, row);
    read_place(event, row);
    read_dates(event, row);
    read_deaths(event, row);
    return event;
}

}  // namespace

std::vector<UcdpEvent> read_ucdp(std::filesystem::path const& path, ReadReport* report) {
    return parse_ucdp(sim::read_text_file(path, sim::largest_csv), path.string(), report);
}

std::vector<UcdpEvent> parse_ucdp(std::string text, std::string name, ReadReport* report) {
    sim::CsvDialect dialect{.separator = {}, .ignores_unknown_columns = true, .ignores_case = true};
    auto const& columns = ucdp_columns();
    if (lacks_header(text)) dialect.columns.assign(columns.begin(), columns.end());
    auto const table = sim::CsvTable::parse(std::move(text), std::move(name), required_columns(),
                                            optional_columns(), dialect);
    sim::UniqueKeys ids;
    std::vector<UcdpEvent> events;
    events.reserve(table.size());
    for (auto const& row : table.rows()) {
        events.push_back(read_event(row));
        ids.add(row, "id", std::to_string(events.back().id));
    }
    if (report != nullptr) {
        *report = {.rows = table.size(),
                   .events = events.size(),
                   .ignored_columns = table.ignored_columns()};
    }
    return events;
}

}  // namespace models
