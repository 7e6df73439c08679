#include "models/scenario/edit_fields.hpp"

#include <algorithm>
#include <charconv>

#include "models/scenario/table_fields.hpp"

namespace models {
namespace {

constexpr std::string_view region_mark = "region:";

std::uint32_t find_or_fail(sim::TomlTable const& edit, std::string_view key, NameIndex const& names,
                           std::string_view name) {
    auto const row = names.find(name);
    if (!row) edit.error(key, names.remark(name));
    return *row;
}

/// The number behind the colon of `gao:2`; 1 if there is none.
double weight_of(sim::TomlTable const& edit, std::string_view key, std::string_view text) {
    auto const colon = text.find(':');
    if (colon == std::string_view::npos) return 1.0;
    auto const digits = text.substr(colon + 1);
    double weight = 0.0;
    auto const [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
    bool const is_number = fault == std::errc{} && end == digits.data() + digits.size();
    if (!is_number || !(weight > 0.0) || weight > 1e9) {
        edit.error(key, "('" + std::string{text} +
                            "': the weight must be a number above 0). Write place:weight.");
    }
    return weight;
}

bool has_id(Timeline const& timeline, std::string const& id) {
    return std::ranges::any_of(timeline, [&](TimelineRow const& row) { return row.id == id; });
}

}  // namespace

std::uint32_t named_row(sim::TomlTable const& edit, std::string_view key, NameIndex const& names) {
    return find_or_fail(edit, key, names, edit.text(key));
}

ActorId edit_actor(sim::TomlTable const& edit, std::string_view key, History const& history) {
    return ActorId{named_row(edit, key, history.names.actors)};
}

std::vector<ActorId> edit_actors(sim::TomlTable const& edit, std::string_view key,
                                 History const& history, std::size_t least) {
    std::vector<ActorId> actors;
    for (auto const& name : edit.texts(key)) {
        ActorId const actor{find_or_fail(edit, key, history.names.actors, name)};
        if (std::ranges::find(actors, actor) != actors.end()) {
            edit.error(key, "(names " + name + " twice). Name it once.");
        }
        actors.push_back(actor);
    }
    if (actors.size() < least) {
        edit.error(key, "(must name at least " + std::to_string(least) + "). Add the missing one.");
    }
    return actors;
}

std::pair<ActorId, ActorId> edit_pair(sim::TomlTable const& edit, History const& history) {
    auto const actors = edit_actors(edit, "between", history, 2);
    if (actors.size() > 2) edit.error("between", "(must name two). Write one edit for each pair.");
    return {actors[0], actors[1]};
}

EditPeriod edit_period(sim::TomlTable const& edit, History const& history) {
    auto const from = edit.date("from");
    if (from < history.first_day || from > history.last_day) {
        edit.error("from", "(is outside the period " + sim::to_string(history.first_day) + " to " +
                               sim::to_string(history.last_day) +
                               ", so it would change nothing). Correct the date.");
    }
    EditPeriod period{.from = day_number(from, history.first_day)};
    if (auto const until = edit.date_if("until")) {
        if (*until <= from) edit.error("until", "(must be after `from`). Correct one of them.");
        period.until = day_number(*until, history.first_day);
    }
    return period;
}

EditArea edit_area(sim::TomlTable const& edit, std::string_view key, History const& history) {
    auto const text = edit.text(key);
    if (!text.starts_with(region_mark)) {
        return {.place = PlaceId{find_or_fail(edit, key, history.names.places, text)}};
    }
    auto const name = std::string_view{text}.substr(region_mark.size());
    return {.region = RegionId{find_or_fail(edit, key, history.names.regions, name)}};
}

std::vector<std::pair<PlaceId, double>> edit_places(sim::TomlTable const& edit,
                                                    std::string_view key, History const& history) {
    std::vector<std::pair<PlaceId, double>> places;
    for (auto const& text : edit.texts(key)) {
        auto const name = std::string_view{text}.substr(0, text.find(':'));
        PlaceId const place{find_or_fail(edit, key, history.names.places, name)};
        places.emplace_back(place, weight_of(edit, key, text));
    }
    if (places.empty()) edit.error(key, "(names no place). Name one.");
    return places;
}

TimelineRow& add_edit_row(sim::TomlTable const& edit, Effect effect, EditPeriod const& period,
                          History& history) {
    TimelineRow row;
    row.effect = effect;
    row.begins = period.from;
    if (period.has_end()) row.ends = period.until;
    auto const stem =
        edit.text_or("id", edit.text("action") + "-" +
                               sim::to_string(history.first_day + std::chrono::days{period.from}));
    row.id = stem;
    for (int number = 2; has_id(history.timeline, row.id); ++number) {
        row.id = stem + "-" + std::to_string(number);
    }
    row.title = edit.text_or("title", row.id);
    history.timeline.push_back(std::move(row));
    return history.timeline.back();
}

std::string day_text(std::int32_t day, History const& history) {
    return sim::to_string(history.first_day + std::chrono::days{day});
}

std::string period_text(EditPeriod const& period, History const& history) {
    auto text = "from " + day_text(period.from, history);
    if (period.has_end()) text += " until " + day_text(period.until, history);
    return text;
}

std::string names_text(std::vector<ActorId> const& actors, History const& history) {
    std::string text;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (i > 0) text += i + 1 == actors.size() ? " and " : ", ";
        text += history.names.actors.name(actors[i].row);
    }
    return text;
}

std::string area_text(EditArea const& area, History const& history) {
    if (area.place != no_place) return history.names.places.name(area.place.row);
    if (area.region != no_region) return "region " + history.names.regions.name(area.region.row);
    return "everywhere";
}

}  // namespace models
