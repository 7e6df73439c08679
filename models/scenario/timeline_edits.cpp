#include "models/scenario/timeline_edits.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "models/scenario/edit_fields.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/config/nearest.hpp"
#include "sim/config/range.hpp"

namespace models {
namespace {

constexpr sim::IntegerRange shift_range{.minimum = -36'525, .maximum = 36'525, .unit = "days"};
constexpr sim::Range value_range{.minimum = -1e9, .maximum = 1e9};

bool matches(std::string_view pattern, std::string_view id) {
    if (!pattern.ends_with('*')) return id == pattern;
    return id.starts_with(pattern.substr(0, pattern.size() - 1));
}

/// The rows that an edit is about, as indices; at least one.
std::vector<std::size_t> matching_rows(sim::TomlTable const& edit, Timeline const& timeline) {
    auto const pattern = edit.text("id");
    std::vector<std::size_t> rows;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < timeline.size(); ++i) {
        if (matches(pattern, timeline[i].id)) rows.push_back(i);
        ids.push_back(timeline[i].id);
    }
    if (rows.empty()) {
        auto const word = pattern.ends_with('*') ? pattern.substr(0, pattern.size() - 1) : pattern;
        auto const near = sim::nearest(word, ids);
        edit.error("id", "(matches no row of the timeline). " +
                             (near ? "Did you mean '" + *near + "'?"
                                   : std::string{"Use the id of a row, or its beginning and *."}));
    }
    return rows;
}

/// `2013-06-18 'Ouagadougou agreement' (ouagadougou-2013)`, or how many there are.
std::string row_text(std::vector<std::size_t> const& rows, std::string const& pattern,
                     History const& history) {
    auto const& first = history.timeline[rows.front()];
    auto text = day_text(first.begins, history) + " '" +
                (first.title.empty() ? first.id : first.title) + "'";
    if (rows.size() > 1) text += " and " + std::to_string(rows.size() - 1) + " more";
    return text + " (" + pattern + ")";
}

/// A date on which something may still change.
std::int32_t day_in_period(sim::TomlTable const& edit, std::string_view key,
                           History const& history) {
    auto const date = edit.date(key);
    if (date < history.first_day || date > history.last_day) {
        edit.error(key, "(is outside the period " + sim::to_string(history.first_day) + " to " +
                            sim::to_string(history.last_day) +
                            ", so it would change nothing). Correct the date.");
    }
    return day_number(date, history.first_day);
}

/// Overwrite the columns of a row that an edit names. \return What they are now, `value = 3`.
std::string read_columns(sim::TomlTable const& edit, History const& history, TimelineRow& row) {
    std::string changed;
    auto const note = [&](std::string const& key, std::string const& value) {
        changed += (changed.empty() ? "" : ", ") + key + " = " + value;
    };
    auto const actor_of = [&](char const* key) {
        note(key, edit.text(key));
        return edit_actor(edit, key, history);
    };
    if (edit.has("date")) {
        row.begins = day_in_period(edit, "date", history);
        note("date", day_text(row.begins, history));
    }
    if (edit.has("end_date")) {
        row.ends = day_number(edit.date("end_date"), history.first_day) + 1;
        if (*row.ends <= row.begins) edit.error("end_date", "(is before the date). Correct one.");
        note("end_date", day_text(*row.ends - 1, history));
    }
    if (edit.has("value")) {
        row.value = edit.number("value", value_range);
        note("value", sim::shortest_text(*row.value));
    }
    if (edit.has("actor")) row.actor = actor_of("actor");
    if (edit.has("other")) row.other = actor_of("other");
    if (edit.has("place")) {
        auto const area = edit_area(edit, "place", history);
        row.place = area.place;
        row.region = area.region;
        note("place", edit.text("place"));
    }
    if (edit.has("holds")) {
        row.holds = edit.boolean("holds");
        note("holds", row.holds ? "true" : "false");
    }
    return changed;
}

void check_row(sim::TomlTable const& edit, TimelineRow const& row) {
    if (auto const fault = fault_of(row); !fault.empty()) {
        edit.error("action",
                   "(makes no sense for row '" + row.id + "': " + fault + "). Correct the edit.");
    }
}

}  // namespace

std::string remove_rows(sim::TomlTable const& edit, History& history) {
    auto const rows = matching_rows(edit, history.timeline);
    auto line = "removed: " + row_text(rows, edit.text("id"), history);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        history.timeline.erase(history.timeline.begin() + static_cast<std::ptrdiff_t>(*row));
    }
    return line;
}

std::string move_rows(sim::TomlTable const& edit, History& history) {
    auto const rows = matching_rows(edit, history.timeline);
    auto const days = static_cast<std::int32_t>(edit.integer("days", shift_range));
    auto const before = row_text(rows, edit.text("id"), history);
    for (auto const i : rows) {
        auto& row = history.timeline[i];
        row.begins += days;
        if (row.ends) *row.ends += days;
    }
    return "moved by " + std::to_string(days) + " days to " +
           day_text(history.timeline[rows.front()].begins, history) + ": " + before;
}

std::string change_rows(sim::TomlTable const& edit, History& history) {
    auto const rows = matching_rows(edit, history.timeline);
    auto const before = row_text(rows, edit.text("id"), history);
    std::string changed;
    for (auto const i : rows) {
        auto& row = history.timeline[i];
        changed = read_columns(edit, history, row);
        check_row(edit, row);
    }
    if (changed.empty()) {
        edit.error("action",
                   "(changes nothing). Give one of date, end_date, value, actor, other, "
                   "place, holds.");
    }
    return "changed to " + changed + ": " + before;
}

std::string add_row(sim::TomlTable const& edit, History& history) {
    TimelineRow row;
    row.id = edit.text("id");
    auto const is_same = [&](TimelineRow const& other) { return other.id == row.id; };
    if (std::any_of(history.timeline.begin(), history.timeline.end(), is_same)) {
        edit.error("id", "(is in the timeline already). Use another id, or action = \"change\".");
    }
    row.begins = day_in_period(edit, "date", history);
    row.effect = static_cast<Effect>(edit.choice("effect", effect_names));
    row.agreement = static_cast<AgreementKind>(
        edit.choice_or("agreement", row.effect == Effect::accord ? 2 : 0, agreement_kind_names));
    row.title = edit.text_or("title", row.id);
    static_cast<void>(edit.text_if("note_source"));
    static_cast<void>(read_columns(edit, history, row));
    check_row(edit, row);
    history.timeline.push_back(row);
    return "added: " + day_text(row.begins, history) + " '" + row.title + "' (" + row.id + ")";
}

std::string hold_agreements(sim::TomlTable const& edit, History& history) {
    auto const rows = matching_rows(edit, history.timeline);
    std::vector<std::size_t> held;
    for (auto const i : rows) {
        auto& row = history.timeline[i];
        if (row.effect != Effect::ceasefire && row.effect != Effect::accord) continue;
        row.holds = true;
        held.push_back(i);
    }
    if (held.empty()) edit.error("id", "(is no ceasefire or accord). Name the row of one.");
    return "cannot collapse: " + row_text(held, edit.text("id"), history);
}

}  // namespace models
