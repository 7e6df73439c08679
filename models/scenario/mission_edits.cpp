#include "models/scenario/mission_edits.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "models/scenario/edit_fields.hpp"
#include "models/scenario/force_edits.hpp"
#include "sim/config/range.hpp"

namespace models {
namespace {

constexpr sim::Range strength_range{.minimum = 0.0, .maximum = 1e6, .unit = "fighters"};
constexpr std::int32_t days_of_a_step = 30;  // a drawdown goes month by month
constexpr double usual_fill_rate = 0.9;  // our assumption: MINUSMA had 80 to 95 % of its ceiling

using Shares = std::vector<std::pair<PlaceId, double>>;

/// Places of an actor on a day by the schedule: those of the last row that names any.
Shares shares_on(ForceSchedule const& forces, ActorId actor, std::int32_t day) {
    Shares shares;
    for (auto const& row : forces) {
        if (row.actor == actor && row.day <= day && !row.shares.empty()) shares = row.shares;
    }
    return shares;
}

/// The rows of an actor in a period never were.
void clear_forces(History& history, ActorId actor, EditPeriod const& period) {
    std::erase_if(history.forces,
                  [&](ForceRow const& row) { return row.actor == actor && period.holds(row.day); });
}

/// What history does to an actor in a period, when it leaves and from which places, does not
/// happen; and a consent that was withdrawn is given again.
void keep_in_country(History& history, ActorId actor, EditPeriod const& period) {
    std::erase_if(history.timeline, [&](TimelineRow const& row) {
        bool const leaves = row.effect == Effect::actor_end || row.effect == Effect::withdraw;
        return row.actor == actor && leaves && period.holds(row.begins);
    });
    for (auto& row : history.timeline) {
        bool const has_no_consent =
            row.effect == Effect::mandate && row.actor == actor && row.value == 0.0;
        if (!has_no_consent) continue;
        if (row.begins < period.from && (!row.ends || *row.ends > period.from)) {
            row.ends = period.from;
        } else if (period.holds(row.begins)) {
            row.effect = Effect::note;
        }
    }
}

double strength_of(sim::TomlTable const& edit) {
    if (!edit.has("ceiling")) return edit.number("strength", strength_range);
    double const fill =
        edit.number_or("fill_rate", usual_fill_rate, {.minimum = 0.0, .maximum = 1.0});
    return std::round(edit.number("ceiling", strength_range) * fill);
}

void set_relations(sim::TomlTable const& edit, std::string_view key, Effect effect, ActorId actor,
                   EditPeriod const& period, History& history) {
    if (!edit.has(key)) return;
    for (auto const other : edit_actors(edit, key, history, 1)) {
        if (other == actor) edit.error(key, "(names the actor itself). Remove it.");
        auto& row = add_edit_row(edit, effect, {.from = period.from}, history);
        row.actor = actor;
        row.other = other;
    }
}

/// Strength of a force that is there. \throws InputError if it has none.
double strength_there(sim::TomlTable const& edit, ActorId actor, std::int32_t day,
                      History const& history) {
    auto const strength = strength_on(history.forces, actor, day);
    if (!strength || *strength == 0.0) {
        edit.error("actor", "(has no force in the schedule on " + day_text(day, history) +
                                "). Use action = \"deploy\", or another date.");
    }
    return *strength;
}

std::string withdraw_from_area(sim::TomlTable const& edit, ActorId actor, History& history) {
    auto const area = edit_area(edit, "place", history);
    EditPeriod const period{.from = edit_period(edit, history).from};
    auto& row = add_edit_row(edit, Effect::withdraw, period, history);
    row.actor = actor;
    row.place = area.place;
    row.region = area.region;
    return names_text({actor}, history) + " leaves " + area_text(area, history) + " " +
           period_text(period, history);
}

/// Places that are left after a share of those listed has been emptied, first to last.
Shares left_after(Shares const& shares, Shares const& order, double share_done) {
    auto const emptied = static_cast<std::size_t>(share_done * static_cast<double>(order.size()));
    Shares left;
    for (auto const& [place, weight] : shares) {
        auto const last = order.begin() + static_cast<std::ptrdiff_t>(emptied);
        bool const is_gone = std::any_of(order.begin(), last, [&taken = place](auto const& other) {
            return other.first == taken;
        });
        if (!is_gone) left.emplace_back(place, weight);
    }
    return left.empty() ? shares : left;
}

}  // namespace

std::string deploy_force(sim::TomlTable const& edit, History& history) {
    auto const actor = edit_actor(edit, "actor", history);
    auto const period = edit_period(edit, history);
    double const strength = strength_of(edit);
    auto const places = edit_places(edit, "places", history);
    auto const resumed = strength_on(history.forces, actor, period.until).value_or(0.0);
    auto const resumed_shares = shares_on(history.forces, actor, period.until);
    clear_forces(history, actor, period);
    keep_in_country(history, actor, period);
    auto& start = add_edit_row(edit, Effect::actor_start, {.from = period.from}, history);
    start.actor = actor;
    start.value = strength;
    history.forces.push_back({actor, period.from, strength, places});
    if (period.has_end()) {
        history.forces.push_back({actor, period.until, resumed, resumed_shares});
    }
    set_relations(edit, "allied_with", Effect::allied, actor, period, history);
    set_relations(edit, "hostile_to", Effect::hostile, actor, period, history);
    return names_text({actor}, history) + " deploys " + sim::shortest_text(strength) +
           " fighters at " + std::to_string(places.size()) + " places " +
           period_text(period, history);
}

std::string withdraw_force(sim::TomlTable const& edit, History& history) {
    auto const actor = edit_actor(edit, "actor", history);
    if (edit.has("place")) return withdraw_from_area(edit, actor, history);
    EditPeriod const period{.from = edit_period(edit, history).from};
    auto const days = static_cast<std::int32_t>(
        edit.integer_or("days", 180, {.minimum = 1, .maximum = 3650, .unit = "days"}));
    double const strength = strength_there(edit, actor, period.from, history);
    auto const shares = shares_on(history.forces, actor, period.from);
    Shares const order = edit.has("order") ? edit_places(edit, "order", history) : Shares{};
    clear_forces(history, actor, period);
    for (std::int32_t day = days_of_a_step; day < days; day += days_of_a_step) {
        double const done = static_cast<double>(day) / days;
        history.forces.push_back({actor, period.from + day, std::round(strength * (1.0 - done)),
                                  left_after(shares, order, done)});
    }
    history.forces.push_back({actor, period.from + days, 0.0, {}});
    auto& end = add_edit_row(edit, Effect::actor_end, {.from = period.from + days}, history);
    end.actor = actor;
    return names_text({actor}, history) + " withdraws " + sim::shortest_text(strength) +
           " fighters within " + std::to_string(days) + " days " + period_text(period, history);
}

std::string reinforce(sim::TomlTable const& edit, History& history) {
    auto const actor = edit_actor(edit, "actor", history);
    auto const period = edit_period(edit, history);
    double const before = strength_there(edit, actor, period.from, history);
    bool const is_factor = edit.has("factor");
    double const by = is_factor ? edit.number("factor", {.minimum = 0.0, .maximum = 100.0})
                                : edit.number("fighters", {.minimum = -1e6, .maximum = 1e6});
    auto const changed = [&](double strength) {
        return is_factor ? strength * by : std::max(0.0, strength + by);
    };
    change_strength(history, actor, period.from, period.until, changed);
    return names_text({actor}, history) + " has " + sim::shortest_text(changed(before)) +
           " fighters instead of " + sim::shortest_text(before) + " " +
           period_text(period, history);
}

std::string relocate(sim::TomlTable const& edit, History& history) {
    auto const actor = edit_actor(edit, "actor", history);
    auto const period = edit_period(edit, history);
    auto const places = edit_places(edit, "places", history);
    double const strength = strength_there(edit, actor, period.from, history);
    auto const after = shares_on(history.forces, actor, period.until);
    double const strength_after = *strength_on(history.forces, actor, period.until);
    for (auto& row : history.forces) {
        if (row.actor == actor && period.holds(row.day)) row.shares = places;
    }
    history.forces.push_back({actor, period.from, strength, places});
    if (period.has_end()) history.forces.push_back({actor, period.until, strength_after, after});
    return names_text({actor}, history) + " moves to " + std::to_string(places.size()) +
           " other places " + period_text(period, history);
}

std::string change_mandate(sim::TomlTable const& edit, History& history) {
    auto const actor = edit_actor(edit, "actor", history);
    auto const period = edit_period(edit, history);
    std::string changed;
    auto const note = [&](std::string const& what, double value) {
        changed += (changed.empty() ? "" : ", ") + what + " " + sim::shortest_text(value);
    };
    if (edit.has("protection")) {
        EditArea const area = edit.has("place") ? edit_area(edit, "place", history) : EditArea{};
        auto& row = add_edit_row(edit, Effect::protection, period, history);
        row.actor = actor;
        row.place = area.place;
        row.region = area.region;
        row.value = edit.number("protection", {.minimum = 0.0, .maximum = 10.0});
        note("protection in " + area_text(area, history), *row.value);
    }
    if (edit.has("restraint")) {
        double const value = edit.number("restraint", {.minimum = 0.0, .maximum = 1.0});
        auto& row = add_edit_row(edit, Effect::restraint, {.from = period.from}, history);
        row.actor = actor;
        row.value = value;
        if (period.has_end()) {
            auto& back = add_edit_row(edit, Effect::restraint, {.from = period.until}, history);
            back.actor = actor;
            back.value = history.restraint[actor.row];
        }
        note("restraint", value);
    }
    if (edit.has("ceiling")) {
        double const strength = strength_of(edit);
        change_strength(history, actor, period.from, period.until,
                        [strength](double) { return strength; });
        auto& row = add_edit_row(edit, Effect::mandate, period, history);
        row.actor = actor;
        row.value = edit.number("ceiling", strength_range);
        note("ceiling", *row.value);
    }
    if (changed.empty()) {
        edit.error("action", "(changes nothing). Give one of protection, restraint, ceiling.");
    }
    return "mandate of " + names_text({actor}, history) + ": " + changed + " " +
           period_text(period, history);
}

}  // namespace models
