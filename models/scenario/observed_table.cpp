#include "models/scenario/observed_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "models/exchange/acled_reader.hpp"
#include "models/exchange/event_format.hpp"
#include "models/exchange/ucdp_reader.hpp"
#include "models/observed/observed_event.hpp"
#include "models/observed_past/past_event.hpp"
#include "models/scenario/names.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"

namespace models {
namespace {

// Units this far from an event lose its dead, if nothing is said [km]: our assumption B4.
constexpr double usual_reach_km = 100.0;

/// The names of the scenario's parties, and those of the table of further names.
PartyNames party_names(sim::TomlTable const& section, Scenario& scenario) {
    std::vector<NamedActor> actors;
    for (auto const& actor : scenario.actors) actors.push_back({actor.key, actor.name});
    PartyNames names{actors, scenario.map->countries[0], scenario.world.state_actor};
    auto const path = section.path_if("aliases");
    if (!path) return names;
    scenario.inputs.push_back({*path, {}});
    auto const keys = actor_index(scenario.actors);
    auto const table = sim::CsvTable::load(*path, {"name", "actor"}, {"note_source"});
    for (auto const& row : table.rows()) {
        if (!names.add(row.text("name"), ActorId{row_of(row, "actor", keys)})) {
            row.error("name", "(is a name of another actor already). Remove one of them.");
        }
    }
    return names;
}

/// The largest place of the country in a cell, camps apart; no_place if there is none.
PlaceId largest_place(Geography const& map, sim::CellId cell) {
    PlaceId largest = no_place;
    for (std::uint32_t p = 0; p < map.places.size(); ++p) {
        bool const is_one = map.places.cell[p] == cell && map.is_home(PlaceId{p}) &&
                            map.places.kind[p] != PlaceKind::camp;
        if (!is_one) continue;
        bool const is_larger =
            largest == no_place || map.places.population[p] > map.places.population[largest.row];
        if (is_larger) largest = PlaceId{p};
    }
    return largest;
}

std::optional<PastEvent> in_model_terms(AcledEvent const& event, PartyNames const& names) {
    return past_event(event, names);
}
std::optional<PastEvent> in_model_terms(UcdpEvent const& event, PartyNames const& names) {
    return past_event(event, names);
}

std::uint32_t deaths_of(AcledEvent const& event) noexcept {
    return event.fatalities;
}
std::uint32_t deaths_of(UcdpEvent const& event) noexcept {
    return event.best;
}

/// Puts events on the days and cells of a scenario.
class Placer {
  public:
    Placer(Scenario const& scenario, PartyNames const& names, ObservedPast& past)
        : scenario_{scenario}, names_{names}, past_{past} {}

    template <class Event>
    void place(std::vector<Event> const& events) {
        for (auto const& event : events) {
            if (auto const why = enter(event)) past_.skipped_for(*why).add(deaths_of(event));
        }
        std::ranges::stable_sort(past_.events, {}, &PastEvent::day);
    }

  private:
    /// \return Why it does not enter, if so.
    template <class Event>
    std::optional<WhySkipped> enter(Event const& event) {
        auto past = in_model_terms(event, names_);
        if (!past) return WhySkipped::no_violence;
        auto const date = observed(event).date;
        if (date < scenario_.first_day) return WhySkipped::too_early;
        if (date > past_.until) return WhySkipped::too_late;
        auto const& map = *scenario_.map;
        auto const cell = map.grid.cell_at(event.at);
        if (!cell) return WhySkipped::off_the_map;
        // At a border the cell's centre may lie in the other country; the file knows better.
        bool const is_home = event.country.empty()
                                 ? map.is_home(map.cells.country[cell->row])
                                 : folded_name(event.country) == folded_name(map.countries[0]);
        if (!is_home) return WhySkipped::abroad;
        past->day = day_or_first(date, scenario_.first_day);
        past->cell = *cell;
        past->place = largest_place(map, *cell);
        past_.events.push_back(*past);
        return std::nullopt;
    }

    Scenario const& scenario_;
    PartyNames const& names_;
    ObservedPast& past_;
};

std::string skipped_text(ObservedPast const& past) {
    std::string text;
    for (std::size_t why = 0; why < past.skipped.size(); ++why) {
        auto const& tally = past.skipped[why];
        if (tally.events == 0) continue;
        text += fmt::format("{}{} {} ({} deaths)", text.empty() ? "" : ", ", tally.events,
                            why_skipped_names[why], tally.deaths);
    }
    return text.empty() ? "none" : text;
}

}  // namespace

std::shared_ptr<ObservedPast const> read_observed_past(sim::TomlTable const& section,
                                                       Scenario& scenario) {
    auto past = std::make_shared<ObservedPast>();
    past->file = section.path("events");
    past->until = section.date("until");
    past->reach_km =
        section.number_or("reach_km", usual_reach_km,
                          {.minimum = 0.0, .maximum = 2e4, .unit = "km", .minimum_excluded = true});
    if (past->until < scenario.first_day || past->until > scenario.last_day) {
        section.error("until", fmt::format("(must be from {} to {}, the days of the scenario). "
                                           "Correct the day, or leave the section out.",
                                           sim::to_string(scenario.first_day),
                                           sim::to_string(scenario.last_day)));
    }
    scenario.inputs.push_back({past->file, {}});
    bool const says_format = section.has("format");
    auto const format = says_format
                            ? static_cast<EventFormat>(section.choice("format", event_format_names))
                            : event_format_of(past->file);
    past->format = event_format_names[static_cast<std::size_t>(format)];
    auto const names = party_names(section, scenario);
    Placer placer{scenario, names, *past};
    if (format == EventFormat::acled) {
        placer.place(read_acled(past->file));
    } else {
        placer.place(read_ucdp(past->file));
    }
    sim::require(!past->events.empty(),
                 fmt::format("{}: has no event for the days {} to {} of this country (not entered: "
                             "{}). Name a file that has some.",
                             past->file.string(), sim::to_string(scenario.first_day),
                             sim::to_string(past->until), skipped_text(*past)));
    return past;
}

std::string describe(ObservedPast const& past) {
    auto const all = past.entering();
    return fmt::format("{} events with {} deaths up to {} from {} ({}); skipped: {}", all.events,
                       all.deaths, sim::to_string(past.until), past.file.filename().string(),
                       past.format, skipped_text(past));
}

}  // namespace models
