#include "models/scenario/peace_edits.hpp"

#include <algorithm>
#include <array>

#include "models/scenario/edit_fields.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/config/range.hpp"

namespace models {
namespace {

/// A row for a pair of actors.
TimelineRow& add_pair_row(sim::TomlTable const& edit, Effect effect, EditPeriod const& period,
                          ActorId a, ActorId b, History& history) {
    auto& row = add_edit_row(edit, effect, period, history);
    row.actor = a;
    row.other = b;
    return row;
}

/// A period that lasts to the end of the run if nothing else is said: rows of talks and patrols
/// would else be of a day.
EditPeriod whole_period(sim::TomlTable const& edit, History const& history) {
    auto period = edit_period(edit, history);
    if (!period.has_end()) period.until = day_number(history.last_day, history.first_day) + 1;
    return period;
}

std::string pair_text(std::pair<ActorId, ActorId> const& pair, History const& history) {
    return names_text({pair.first, pair.second}, history);
}

/// Measures of one actor towards a list of others.
std::string measure_for_each(sim::TomlTable const& edit, History& history, Effect effect,
                             std::string_view key, std::string const& verb, double value) {
    auto const actor = edit_actor(edit, "actor", history);
    auto const others = edit_actors(edit, key, history, 1);
    auto const period = edit_period(edit, history);
    for (auto const other : others) {
        if (other == actor) edit.error(key, "(names the actor itself). Remove it.");
        add_pair_row(edit, effect, period, actor, other, history).value = value;
    }
    return names_text({actor}, history) + " " + verb + " " + names_text(others, history) + " " +
           period_text(period, history);
}

CountryId foreign_country(sim::TomlTable const& edit, History const& history) {
    NameIndex const names{"country", history.map->countries};
    CountryId const country{named_row(edit, "country", names)};
    if (history.map->is_home(country)) {
        edit.error("country", "(is the country that is simulated). Name a neighbour.");
    }
    return country;
}

/// Whether a route leads from the country that is simulated to another one.
bool crosses_to(Geography const& map, RouteId route, CountryId country) {
    auto const a = map.places.country[map.routes.a[route.row].row];
    auto const b = map.places.country[map.routes.b[route.row].row];
    return (map.is_home(a) && b == country) || (map.is_home(b) && a == country);
}

}  // namespace

std::string sign_ceasefire(sim::TomlTable const& edit, History& history) {
    auto const pair = edit_pair(edit, history);
    EditPeriod const period{.from = edit_period(edit, history).from};
    auto& row = add_pair_row(edit, Effect::ceasefire, period, pair.first, pair.second, history);
    auto const kind = edit.choice_or("kind", 0, agreement_kind_names);
    row.agreement = static_cast<AgreementKind>(kind);
    row.holds = edit.boolean_or("holds", false);
    return "agreement (" + std::string{agreement_kind_names[kind]} + ") of " +
           pair_text(pair, history) + " " + period_text(period, history) +
           (row.holds ? ", which cannot collapse" : "");
}

std::string break_ceasefire(sim::TomlTable const& edit, History& history) {
    auto const pair = edit_pair(edit, history);
    EditPeriod const period{.from = edit_period(edit, history).from};
    add_pair_row(edit, Effect::break_agreement, period, pair.first, pair.second, history);
    return "the agreement of " + pair_text(pair, history) + " breaks on " +
           day_text(period.from, history);
}

std::string mediate(sim::TomlTable const& edit, History& history) {
    auto const pair = edit_pair(edit, history);
    auto const period = whole_period(edit, history);
    double const skill = edit.number_or("skill", 1.0, {.minimum = 0.0, .maximum = 100.0});
    add_pair_row(edit, Effect::mediation, period, pair.first, pair.second, history).value = skill;
    return "talks between " + pair_text(pair, history) + " " + period_text(period, history) +
           ", skill " + sim::shortest_text(skill);
}

std::string monitor_agreements(sim::TomlTable const& edit, History& history) {
    return measure_for_each(edit, history, Effect::monitor, "parties", "monitors agreements of",
                            1.0);
}

std::string relate(sim::TomlTable const& edit, History& history) {
    auto const pair = edit_pair(edit, history);
    EditPeriod const period{.from = edit_period(edit, history).from};
    constexpr std::array effects{Effect::neutral, Effect::allied, Effect::hostile};
    auto const relation = edit.choice("relation", relation_names);
    add_pair_row(edit, effects[relation], period, pair.first, pair.second, history);
    return pair_text(pair, history) + " are " + std::string{relation_names[relation]} + " " +
           period_text(period, history);
}

std::string set_up_buffer_zone(sim::TomlTable const& edit, History& history) {
    auto const area = edit_area(edit, "place", history);
    if (area.place == no_place) edit.error("place", "(must be a place, not a region). Name one.");
    double const radius = edit.number(
        "radius_km", {.minimum = 0.0, .maximum = 1000.0, .unit = "km", .minimum_excluded = true});
    auto const actor = edit_actor(edit, "actor", history);
    auto const others = edit_actors(edit, "keep_out", history, 1);
    auto const period = edit_period(edit, history);
    for (auto const other : others) {
        auto& row = add_pair_row(edit, Effect::buffer_zone, period, actor, other, history);
        row.place = area.place;
        row.value = radius;
    }
    return "buffer zone of " + sim::shortest_text(radius) + " km around " +
           area_text(area, history) + ": " + names_text({actor}, history) + " keeps out " +
           names_text(others, history) + " " + period_text(period, history);
}

std::string patrol_jointly(sim::TomlTable const& edit, History& history) {
    auto const pair = edit_pair(edit, history);
    auto const area = edit_area(edit, "place", history);
    auto const period = whole_period(edit, history);
    auto& row = add_pair_row(edit, Effect::joint_patrol, period, pair.first, pair.second, history);
    row.place = area.place;
    row.region = area.region;
    return "joint patrols of " + pair_text(pair, history) + ", " + area_text(area, history) + ", " +
           period_text(period, history);
}

std::string demobilise(sim::TomlTable const& edit, History& history) {
    double const pace = edit.number_or("pace", 1.0, {.minimum = 0.0, .maximum = 100.0});
    return measure_for_each(edit, history, Effect::ddr, "groups", "disarms and reintegrates", pace);
}

std::string offer_amnesty(sim::TomlTable const& edit, History& history) {
    return measure_for_each(edit, history, Effect::amnesty, "groups", "offers an amnesty to", 1.0);
}

std::string impose_sanctions(sim::TomlTable const& edit, History& history) {
    auto const period = edit_period(edit, history);
    double const share = edit.number("share", {.minimum = 0.0, .maximum = 1.0});
    std::vector<ActorId> actors;
    if (edit.has("actors")) actors = edit_actors(edit, "actors", history, 1);
    if (actors.empty()) add_edit_row(edit, Effect::sanctions, period, history).value = share;
    for (auto const actor : actors) {
        auto& row = add_edit_row(edit, Effect::sanctions, period, history);
        row.actor = actor;
        row.value = share;
    }
    return "sanctions take " + sim::shortest_text(100.0 * share) + " % of the income of " +
           (actors.empty() ? "all armed groups" : names_text(actors, history)) + " " +
           period_text(period, history);
}

std::string give_aid(sim::TomlTable const& edit, History& history) {
    auto const period = edit_period(edit, history);
    EditArea const area = edit.has("place") ? edit_area(edit, "place", history) : EditArea{};
    double const share = edit.number("share", {.minimum = 0.0, .maximum = 1.0});
    auto& row = add_edit_row(edit, Effect::aid, period, history);
    row.place = area.place;
    row.region = area.region;
    row.value = share;
    return "aid meets " + sim::shortest_text(100.0 * share) + " % of needs, " +
           area_text(area, history) + ", " + period_text(period, history);
}

std::string hand_over_place(sim::TomlTable const& edit, History& history) {
    auto const area = edit_area(edit, "place", history);
    if (area.place == no_place) edit.error("place", "(must be a place, not a region). Name one.");
    EditPeriod const period{.from = edit_period(edit, history).from};
    auto& row = add_edit_row(edit, Effect::handover, period, history);
    row.actor = edit_actor(edit, "actor", history);
    row.place = area.place;
    return area_text(area, history) + " is handed over to " + names_text({row.actor}, history) +
           " on " + day_text(period.from, history);
}

std::string close_border(sim::TomlTable const& edit, History& history) {
    auto const country = foreign_country(edit, history);
    auto const period = edit_period(edit, history);
    std::size_t closed = 0;
    for (std::uint32_t i = 0; i < history.map->routes.size(); ++i) {
        if (!crosses_to(*history.map, RouteId{i}, country)) continue;
        sim::Day const until =
            period.has_end() ? sim::Day{static_cast<std::uint32_t>(period.until)} : never;
        history.closures.push_back(
            {RouteId{i}, sim::Day{static_cast<std::uint32_t>(period.from)}, until});
        ++closed;
    }
    if (closed == 0) edit.error("country", "(no route leads there). Name a neighbour.");
    return "the border to " + edit.text("country") + " is closed " + period_text(period, history);
}

std::string open_border(sim::TomlTable const& edit, History& history) {
    auto const country = foreign_country(edit, history);
    auto const period = edit_period(edit, history);
    auto const from = sim::Day{static_cast<std::uint32_t>(period.from)};
    auto const until =
        period.has_end() ? sim::Day{static_cast<std::uint32_t>(period.until)} : never;
    std::vector<Closure> left;
    for (Closure const& closure : history.closures) {
        bool const is_apart = closure.until <= from || closure.from >= until;
        if (is_apart || !crosses_to(*history.map, closure.route, country)) {
            left.push_back(closure);
            continue;
        }
        if (closure.from < from) left.push_back({closure.route, closure.from, from});
        if (closure.until > until) left.push_back({closure.route, until, closure.until});
    }
    history.closures = std::move(left);
    return "the border to " + edit.text("country") + " is open " + period_text(period, history);
}

}  // namespace models
