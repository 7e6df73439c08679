#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/world/actor_store.hpp"
#include "models/world/agreement_store.hpp"
#include "models/world/barred_places.hpp"
#include "models/world/captive_store.hpp"
#include "models/world/device_store.hpp"
#include "models/world/event_log.hpp"
#include "models/world/fading_field.hpp"
#include "models/world/geography.hpp"
#include "models/world/household_store.hpp"
#include "models/world/left_post.hpp"
#include "models/world/measure.hpp"
#include "models/world/political_log.hpp"
#include "models/world/report_log.hpp"
#include "models/world/talks.hpp"
#include "models/world/unit_store.hpp"
#include "models/world/war_economy.hpp"
#include "sim/base/calendar.hpp"
#include "sim/base/ids.hpp"
#include "sim/random/stream.hpp"
#include "sim/schedule/day_queue.hpp"

/// \file models/world/world.hpp
/// Everything that changes during a run, and nothing else. No rule lives here.

namespace models {

/// Fields over the cells; row i is cell i.
struct CellFields {
    /// Share of each cell that each actor controls, 0 to 1; shape (cells, actors), the actors of a
    /// cell side by side. The shares of a cell sum to at most 1; the rest is nobody's.
    std::vector<float> control;
    FadingField threat;    ///< Recent violence nearby [events].
    FadingField takeover;  ///< Recent loss of control to an armed group [share of control].
    std::vector<float> food_stress;  ///< Of dated emergencies, 0 (none) to 1 (famine).
    std::vector<float> lean_season;  ///< Of the time of the year, 0 to 1; empty: none.
    sim::Day hunger_since;           ///< When either last changed.
    std::vector<float> services;     ///< What the state does for people there, 0 to 1 (peace time).
    std::vector<ActorId> pact;       ///< The armed group with which the people there have a pact.
    std::vector<double> urge_felt;   ///< Urge to leave, summed over all days [1]; empty: none yet.

    /// Grievance of a community against the state [events]; row is grievance_row().
    FadingField grievance;
    /// What a community wants to avenge on another [events]; row i is cell i, one field for each
    /// (wronged, wrongdoer), row wronged * community_count + wrongdoer.
    std::vector<FadingField> revenge;

    // Factors of one day on the attacks that begin in a cell; each rule that holds violence back
    // multiplies them by 0 to 1, polls by more than 1, and forget_yesterday() sets them to 1.
    std::vector<float> calm_attacks;    ///< On every attack from the ground.
    std::vector<float> calm_civilians;  ///< On armed groups' attacks on civilians, and on revenge.

    /// How short of food people are, 0 (not) to 1 (famine): the worse of the year and the season.
    [[nodiscard]] double hunger(sim::CellId cell) const noexcept {
        float const lean = lean_season.empty() ? 0.0F : lean_season[cell.row];
        return food_stress[cell.row] > lean ? food_stress[cell.row] : lean;
    }
    [[nodiscard]] static std::uint32_t grievance_row(sim::CellId cell,
                                                     Community community) noexcept {
        return cell.row * static_cast<std::uint32_t>(community_count) +
               static_cast<std::uint32_t>(community);
    }
    [[nodiscard]] static std::size_t revenge_row(Community wronged, Community wrongdoer) noexcept {
        return static_cast<std::size_t>(wronged) * community_count +
               static_cast<std::size_t>(wrongdoer);
    }

    [[nodiscard]] std::span<float> control_of(sim::CellId cell, std::size_t actors) noexcept {
        return std::span{control}.subspan(cell.row * actors, actors);
    }
    [[nodiscard]] std::span<float const> control_of(sim::CellId cell,
                                                    std::size_t actors) const noexcept {
        return std::span{control}.subspan(cell.row * actors, actors);
    }
};

/// State of the places; row i is place i.
struct PlaceState {
    std::vector<ActorId> holder;       ///< Who holds it, or no_actor.
    std::vector<sim::Day> held_since;  ///< Since when.
    /// People away from home at each place, by status [people]; shape (statuses, places).
    /// Those travelling count at the last place they passed.
    std::array<std::vector<std::uint32_t>, mover_status_count> people;
    /// Of them, those settled there, by community [people]; shape (communities, places).
    std::array<std::vector<std::uint32_t>, community_count> settled;

    /// So many places, all empty and held by nobody.
    explicit PlaceState(std::size_t places)
        : holder(places, no_actor), held_since(places, sim::Day{}) {
        for (auto& at_places : people) at_places.assign(places, 0);
        for (auto& at_places : settled) at_places.assign(places, 0);
    }
    PlaceState() = default;
};

/// National sums since the first day.
struct Totals {
    std::array<std::uint64_t, side_count> deaths{};        ///< Deaths by side [people].
    std::array<std::uint64_t, event_kind_count> events{};  ///< Events by kind [events].
    std::uint64_t wounded = 0;                             ///< Wounded [people].
    /// Fighters who joined a side [people]. For every side but civilians, fighters in units =
    /// raised - deaths - disbanded - those whom count_captives() finds.
    std::array<std::uint64_t, side_count> fighters_raised{};
    std::array<std::uint64_t, side_count> fighters_disbanded{};  ///< Who left it alive [people].
    std::uint64_t departures = 0;                                ///< People who left home [people].
    std::uint64_t idps_returned = 0;  ///< People who came home from inside the country [people].
    std::uint64_t refugees_returned = 0;  ///< People who came home from abroad [people].
};

/// People who came home since the first day, whom Totals sums [people].
struct Returns {
    std::vector<std::uint64_t>
        refugees;                     ///< By the country that they came from; shape (countries).
    std::vector<std::uint64_t> idps;  ///< By the region of their home; shape (regions).
};

/// Everything that changes during a run.
struct World {
    sim::Seed seed;
    sim::Day today;       ///< Days since `first_day`.
    sim::Date first_day;  ///< Calendar date of day 0.
    std::shared_ptr<Geography const> map;

    ActorStore actors;
    PairTable<Relation> relations;  ///< How each pair of actors stands, agreements apart.
    PairTable<float> compliance;    ///< Factor on attacks between a pair, 0 to 1; 1 = no agreement.
    Deployment deployment;          ///< Where each actor wants its fighters, as a rule.
    Deployment orders;              ///< Where it wants more of them for now: its offensives.
    BarredPlaces barred;            ///< Where it may not go today, whatever it wants.
    AgreementStore agreements;
    Talks talks;        ///< Talks that began by themselves and go on.
    Memories memories;  ///< What the parties remember of the fighting.
    Measures measures;  ///< What is under way today; the timeline makes it.
    UnitStore units;
    DeviceStore devices;    ///< Explosives that lie in wait.
    CaptiveStore captives;  ///< Fighters whom their enemies hold.
    CellFields cells;
    /// How likely each actor is to strike again around a cell, from its recent events; one field
    /// per actor, row i is cell i [events].
    std::vector<FadingField> momentum;
    PlaceState places;
    HouseholdStore households;
    sim::DayQueue<MoverId> movers_due;     ///< Movers that arrive or think of returning on a day.
    std::vector<std::uint8_t> route_open;  ///< 1 if a route can be used today; shape (routes).
    EventLog events;                       ///< Today's events.
    Reports reports;                       ///< What observers write down of them.
    Totals totals;
    Returns returns;

    WarEconomy economy;                ///< What armed groups live from.
    std::vector<LeftPost> left_posts;  ///< Posts that a state has given up of itself.

    double legitimacy = 1.0;       ///< How far people accept the state's rule, 0 to 1.
    double stations_closed = 0.0;  ///< Share of people without a polling station at the last polls.
    PoliticalLog political_log;    ///< What became of agreements, measures and actors so far.

    [[nodiscard]] sim::Date date() const noexcept {
        return first_day + std::chrono::days{today.value};
    }
};

}  // namespace models
