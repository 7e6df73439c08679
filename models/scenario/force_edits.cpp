#include "models/scenario/force_edits.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "models/scenario/edit_fields.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/config/range.hpp"

namespace models {
namespace {

constexpr sim::IntegerRange shift_range{.minimum = -36'525, .maximum = 36'525, .unit = "days"};

/// The actor that an edit is about; it has rows in the schedule.
ActorId actor_of(sim::TomlTable const& edit, History const& history) {
    ActorId const actor = edit_actor(edit, "actor", history);
    bool const has_rows = std::any_of(history.forces.begin(), history.forces.end(),
                                      [&](ForceRow const& row) { return row.actor == actor; });
    if (!has_rows) {
        edit.error("actor",
                   "(has no row in the force schedule). Change the value of its "
                   "actor_start in the timeline instead.");
    }
    return actor;
}

bool has_row_on(ForceSchedule const& forces, ActorId actor, std::int32_t day) {
    return std::any_of(forces.begin(), forces.end(),
                       [&](ForceRow const& row) { return row.actor == actor && row.day == day; });
}

/// Days on which an edit holds; `until` is the first day on which it no longer does.
struct Window {
    std::int32_t from;
    std::int32_t until;
};

Window window_of(sim::TomlTable const& edit, History const& history) {
    auto const from = edit.date_if("from");
    auto const until = edit.date_if("until");
    Window const window{
        from ? day_number(*from, history.first_day) : 0,
        until ? day_number(*until, history.first_day) : std::numeric_limits<std::int32_t>::max()};
    if (until && *until <= from.value_or(history.first_day)) {
        edit.error("until", "(must be after `from`, or the first day). Correct one of them.");
    }
    if (from && *from > history.last_day) {
        edit.error("from", "(is after the last day, " + sim::to_string(history.last_day) +
                               ", so it would change nothing). Correct the date.");
    }
    return window;
}

}  // namespace

std::string move_force(sim::TomlTable const& edit, History& history) {
    auto const actor = actor_of(edit, history);
    auto const days = static_cast<std::int32_t>(edit.integer("days", shift_range));
    for (auto& row : history.forces) {
        if (row.actor == actor) row.day += days;
    }
    return "the forces of " + edit.text("actor") + " come and go " +
           std::to_string(std::abs(days)) + " days " + (days < 0 ? "earlier" : "later");
}

std::optional<double> strength_on(ForceSchedule const& forces, ActorId actor, std::int32_t day) {
    std::optional<double> strength;
    for (auto const& row : forces) {
        if (row.actor == actor && row.day <= day) strength = row.strength;
    }
    return strength;
}

void change_strength(History& history, ActorId actor, std::int32_t from, std::int32_t until,
                     std::function<double(double)> const& changed) {
    auto& forces = history.forces;
    auto const last_inside = strength_on(forces, actor, until - 1);
    auto const at_start = strength_on(forces, actor, from);
    bool const begins_between = at_start && !has_row_on(forces, actor, from);
    bool const ends_between = last_inside && until != std::numeric_limits<std::int32_t>::max() &&
                              !has_row_on(forces, actor, until);
    for (auto& row : forces) {
        bool const is_inside = row.day >= from && row.day < until;
        if (row.actor == actor && is_inside) row.strength = changed(row.strength);
    }
    if (begins_between) forces.push_back({actor, from, changed(*at_start), {}});
    if (ends_between) forces.push_back({actor, until, *last_inside, {}});
}

std::string scale_force(sim::TomlTable const& edit, History& history) {
    auto const actor = actor_of(edit, history);
    double const factor = edit.number("factor", {.minimum = 0.0, .maximum = 100.0});
    auto const window = window_of(edit, history);
    if (!strength_on(history.forces, actor, window.until - 1)) {
        edit.error("until", "(is before the actor has any strength). Correct the date.");
    }
    change_strength(history, actor, window.from, window.until,
                    [factor](double strength) { return strength * factor; });

    auto const from = edit.date_if("from");
    auto const until = edit.date_if("until");
    return "the strength of " + edit.text("actor") + " is multiplied by " +
           sim::shortest_text(factor) + (from ? " from " + sim::to_string(*from) : "") +
           (until ? " until " + sim::to_string(*until) : "");
}

}  // namespace models
