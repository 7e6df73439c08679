#include "models/exchange/acled_reader.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "models/exchange/acled_types.hpp"
#include "models/exchange/event_cells.hpp"
#include "models/exchange/monadic_rows.hpp"
#include "models/observed/same_word.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/nearest.hpp"

namespace models {

namespace {

using sim::CsvRow;

std::vector<std::string> required_columns() {
    return {"event_date", "latitude", "longitude", "fatalities"};
}

// Those that are known but not read are here so that a report does not list them as ignored.
std::vector<std::string> optional_columns() {
    return {"event_type",    "sub_event_type",
            "event_id_cnty", "time_precision",
            "actor1",        "assoc_actor_1",
            "inter1",        "actor2",
            "assoc_actor_2", "inter2",
            "iso",           "region",
            "country",       "admin1",
            "admin2",        "admin3",
            "location",      "geo_precision",
            "source",        "source_scale",
            "notes",         "tags",
            "timestamp",     "civilian_targeting",
            "year",          "disorder_type",
            "interaction",   "data_id",
            "iso3",          "event_id_no_cnty"};
}

sim::CsvDialect dialect() {
    return {.separator = {}, .ignores_unknown_columns = true, .ignores_case = true};
}

[[noreturn]] void unknown_word(CsvRow const& row, char const* column, std::string_view what,
                               std::span<std::string_view const> words) {
    std::vector<std::string> const known(words.begin(), words.end());
    auto const near = sim::nearest(row.text(column), known);
    row.error(column, "(is no " + std::string{what} + " of ACLED). " +
                          (near ? "Did you mean '" + *near + "'?"
                                : "Write one such as '" + known.back() + "'."));
}

AcledSubEvent read_sub_event(CsvRow const& row, ReadReport& report) {
    if (auto const word = row.text_if("sub_event_type")) {
        auto const found = acled_sub_event(*word);
        if (!found) unknown_word(row, "sub_event_type", "sub-event", acled_sub_event_names);
        return *found;
    }
    auto const type = row.text_if("event_type");
    if (!type) row.error("sub_event_type", "(and no event_type). Write one of the two.");
    auto const found = sub_event_of_type(*type);
    if (!found) unknown_word(row, "event_type", "event type", acled_event_type_names);
    if (found->is_guessed) ++report.guessed_sub_events;
    return found->sub_event;
}

InterCode read_inter(CsvRow const& row, char const* column) {
    auto text = text_or_empty(row, column);
    if (text.size() == 3 && text.ends_with(".0")) text.resize(1);  // pandas' way of a whole number
    auto const code = inter_code(text);
    if (!code) unknown_word(row, column, "actor type", std::span{inter_code_names}.subspan(1));
    return *code;
}

/// 1, 2 or 3; 1 if the file does not say.
std::uint8_t read_precision(CsvRow const& row, char const* column) {
    return static_cast<std::uint8_t>(whole_number_or(row, column, {.minimum = 1, .maximum = 3}, 1));
}

bool read_targeting(CsvRow const& row) {
    auto const text = text_or_empty(row, "civilian_targeting");
    if (text.empty()) return false;
    if (!is_same_word(text, "Civilian targeting")) {
        row.error("civilian_targeting",
                  "(must be 'Civilian targeting' or empty). Write one of them.");
    }
    return true;
}

bool likely_targets_civilians(AcledEvent const& event) noexcept {
    auto const type = event_type_of(event.sub_event);
    if (type == AcledEventType::violence_against_civilians ||
        event.sub_event == AcledSubEvent::excessive_force) {
        return true;
    }
    bool const may =
        type == AcledEventType::explosions || event.sub_event == AcledSubEvent::mob_violence;
    return may && (event.inter1 == InterCode::civilians || event.inter2 == InterCode::civilians);
}

AcledEvent read_event(CsvRow const& row, ReadReport& report) {
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    AcledEvent event;
    event.id = text_or_empty(row, "event_id_cnty");
    event.date = event_date(row, "event_date");
    event.time_precision = read_precision(row, "time_precision");
    event.sub_event = read_sub_event(row, report);
    event.actor1 = text_or_empty(row, "actor1");
    event.assoc_actor_1 = text_or_empty(row, "assoc_actor_1");
    event.inter1 = read_inter(row, "inter1");
    event.actor2 = text_or_empty(row, "actor2");
    event.assoc_actor_2 = text_or_empty(row, "assoc_actor_2");
    event.inter2 = read_inter(row, "inter2");
    event.targets_civilians = read_targeting(row);
    event.iso =
        static_cast<std::uint32_t>(whole_number_or(row, "iso", {.minimum = 0, .maximum = 999}, 0));
    event.region = text_or_empty(row, "region");
    event.country = text_or_empty(row, "country");
    event.admin1 = text_or_empty(row, "admin1");
    event.admin2 = text_or_empty(row, "admin2");
    event.admin3 = text_or_empty(row, "admin3");
    event.location = text_or_empty(row, "location");
    event.at = event_point(row);
    event.geo_precision = read_precision(row, "geo_precision");
    event.source = text_or_empty(row, "source");
    event.source_scale = text_or_empty(row, "source_scale");
    event.notes = text_or_empty(row, "notes");
    event.fatalities = death_count(row, "fatalities");
    event.tags = text_or_empty(row, "tags");
    event.timestamp = whole_number_or(row, "timestamp", {.minimum = 0, .maximum = largest}, 0);
    return event;
}

std::vector<AcledEvent> read_events(sim::CsvTable const& table, ReadReport* report) {
    sim::require(table.has("sub_event_type") || table.has("event_type"),
                 table.name() +
                     ":1: column 'sub_event_type' is missing, and so is 'event_type'. "
                     "Add one of them to the header and every row.");
    ReadReport made{.rows = table.size(), .ignored_columns = table.ignored_columns()};
    auto const rows = table.rows();
    std::vector<AcledEvent> events;
    events.reserve(rows.size());
    for (auto const& row : rows) events.push_back(read_event(row, made));
    events = merge_monadic_rows(std::move(events), rows);
    if (!table.has("civilian_targeting")) {
        for (auto& event : events) event.targets_civilians = likely_targets_civilians(event);
    }
    made.events = events.size();
    made.merged_rows = made.rows - made.events;
    if (report != nullptr) *report = std::move(made);
    return events;
}

}  // namespace

std::vector<AcledEvent> read_acled(std::filesystem::path const& path, ReadReport* report) {
    return read_events(sim::CsvTable::load(path, required_columns(), optional_columns(), dialect()),
                       report);
}

std::vector<AcledEvent> parse_acled(std::string text, std::string name, ReadReport* report) {
    return read_events(sim::CsvTable::parse(std::move(text), std::move(name), required_columns(),
                                            optional_columns(), dialect()),
                       report);
}

}  // namespace models
