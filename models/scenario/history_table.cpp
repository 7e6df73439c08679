#include "models/scenario/history_table.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "models/scenario/actor_table.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/unique_keys.hpp"

namespace models {
namespace {

constexpr std::string_view region_mark = "region:";

void read_area(sim::CsvRow const& row, HistoryNames const& names, TimelineRow& event) {
    auto const text = row.text_if("place");
    if (!text) return;
    if (!text->starts_with(region_mark)) {
        event.place = PlaceId{row_of(row, "place", names.places)};
        return;
    }
    auto const name = text->substr(region_mark.size());
    auto const region = names.regions.find(name);
    if (!region) row.error("place", names.regions.remark(name));
    event.region = RegionId{*region};
}

AgreementKind read_agreement(sim::CsvRow const& row, Effect effect) {
    if (effect == Effect::accord) return AgreementKind::definitive;
    if (!row.text_if("agreement")) return AgreementKind::cessation;
    return static_cast<AgreementKind>(row.choice("agreement", agreement_kind_names));
}

TimelineRow read_event(sim::CsvRow const& row, HistoryNames const& names, sim::Date first_day) {
    TimelineRow event;
    event.id = identifier(row, "id");
    auto const date = sensible_date(row, "date");
    event.begins = day_number(date, first_day);
    if (auto const last = last_day_if(row, "end_date", date)) {
        event.ends = day_number(*last, first_day) + 1;
    }
    event.effect = static_cast<Effect>(row.choice("effect", effect_names));
    event.agreement = read_agreement(row, event.effect);
    if (auto const actor = row_of_if(row, "actor", names.actors)) event.actor = ActorId{*actor};
    if (auto const other = row_of_if(row, "other", names.actors)) event.other = ActorId{*other};
    read_area(row, names, event);
    event.value = row.number_if("value", {.minimum = -1e9, .maximum = 1e9});
    event.title = row.text_if("title").value_or("");
    if (auto const fault = fault_of(event); !fault.empty()) {
        row.error("effect", "(" + fault + "). Correct the row.");
    }
    return event;
}

}  // namespace

Timeline read_timeline(std::filesystem::path const& path, HistoryNames const& names,
                       sim::Date first_day) {
    auto const table = sim::CsvTable::load(
        path, {"id", "date", "end_date", "effect", "actor", "other", "place", "value", "title"},
        {"agreement", "date_basis", "note_source"});
    sim::UniqueKeys ids;
    Timeline timeline;
    for (auto const& row : table.rows()) {
        ids.add(row, "id");
        timeline.push_back(read_event(row, names, first_day));
    }
    sort_timeline(timeline);
    return timeline;
}

ForceSchedule read_forces(std::filesystem::path const& path, HistoryNames const& names,
                          sim::Date first_day) {
    auto const table =
        sim::CsvTable::load(path, {"actor", "date", "strength", "share_places"}, {"note_source"});
    sim::UniqueKeys keys;
    ForceSchedule forces;
    for (auto const& row : table.rows()) {
        ForceRow force;
        force.actor = ActorId{row_of(row, "actor", names.actors)};
        auto const date = sensible_date(row, "date");
        keys.add(row, "date", row.text("actor") + " on " + sim::to_string(date));
        force.day = day_number(date, first_day);
        force.strength =
            row.number("strength", {.minimum = 0.0, .maximum = most_fighters, .unit = "fighters"});
        force.shares = place_weights(row, "share_places", names.places);
        forces.push_back(std::move(force));
    }
    sort_forces(forces);
    return forces;
}

void sort_timeline(Timeline& timeline) {
    std::stable_sort(timeline.begin(), timeline.end(),
                     [](auto const& a, auto const& b) { return a.begins < b.begins; });
}

void sort_forces(ForceSchedule& forces) {
    std::stable_sort(forces.begin(), forces.end(), [](auto const& a, auto const& b) {
        return std::tie(a.day, a.actor) < std::tie(b.day, b.actor);
    });
}

}  // namespace models
