#pragma once

#include "models/checkpoint/archive.hpp"
#include "models/recorders/run_history.hpp"
#include "models/world/world.hpp"

/// \file models/checkpoint/world_archive.hpp
/// How every part of the world, and what a run remembers, becomes bytes. A member that is added to
/// one of these structures must be added here; `tests/models/checkpoint` compares runs that were
/// resumed on many days with ones that were not.

namespace models {

template <class Archive>
void serialize(Archive& archive, Totals& it) {
    archive(it.deaths, it.events, it.wounded, it.fighters_raised, it.fighters_disbanded,
            it.departures, it.idps_returned, it.refugees_returned);
}

template <class Archive>
void serialize(Archive& archive, Returns& it) {
    archive(it.refugees, it.idps);
}

template <class Archive>
void serialize(Archive& archive, DepartureClock& it) {
    archive(it.left, it.since, it.weight);
}

template <class Archive>
void serialize(Archive& archive, StratumColumns& it) {
    archive(it.cell, it.community, it.first, it.households, it.at_home, it.people_home, it.clock);
}

template <class Archive>
void serialize(Archive& archive, Mover& it) {
    archive(it.household, it.stratum, it.home, it.place, it.next_stop, it.destination, it.refuge,
            it.spare_day, it.left_home, it.since, it.due, it.slot, it.community, it.people,
            it.status, it.aim);
}

template <class Archive>
void serialize(Archive& archive, ActorStore& it) {
    archive(it.key, it.name, it.actor_class, it.acled_code, it.has_aircraft, it.restraint,
            it.quality, it.family, it.community, it.active, it.target_strength, it.tempo,
            it.cohesion, it.lies_low, it.funds, it.arms, it.armament);
}

template <class Archive>
void serialize(Archive& archive, AgreementStore& it) {
    archive(it.key, it.kind, it.a, it.b, it.begins, it.ends, it.state, it.violations,
            it.recent_violations, it.implementation, it.cannot_collapse);
}

template <class Archive>
void serialize(Archive& archive, Talk& it) {
    archive(it.a, it.b, it.begins);
}

template <class Archive>
void serialize(Archive& archive, Memories& it) {
    archive(it.mutual_deaths, it.losses, it.strikes);
}

template <class Archive>
void serialize(Archive& archive, Measure& it) {
    archive(it.key, it.kind, it.actor, it.other, it.place, it.region, it.value, it.has_value,
            it.age);
}

template <class Archive>
void serialize(Archive& archive, UnitStore& it) {
    archive(it.actor, it.fighters, it.posture, it.station, it.destination, it.next_stop,
            it.leg_km_left, it.cell);
}

template <class Archive>
void serialize(Archive& archive, DeviceStore& it) {
    archive(it.number, it.cell, it.actor, it.laid, it.expires, it.all_laid, it.all_struck,
            it.all_found, it.all_expired);
}

template <class Archive>
void serialize(Archive& archive, CaptiveStore& it) {
    archive(it.holder, it.fought_for, it.people, it.place, it.since);
}

template <class Archive>
void serialize(Archive& archive, HostageStore& it) {
    archive(it.captor, it.people, it.ransom, it.due, it.held);
}

template <class Archive>
void serialize(Archive& archive, MeansLedger& it) {
    archive(it.arms_brought, it.arms_inflow, it.arms_bought, it.arms_captured, it.arms_lost,
            it.arms_used, it.arms_given_up, it.money_brought, it.money_earned, it.money_spent,
            it.money_given_up, it.money_sanctioned);
}

template <class Archive>
void serialize(Archive& archive, WarEconomy& it) {
    archive(it.equipped, it.paid, it.on_payroll, it.hostages, it.ledger);
}

template <class Archive>
void serialize(Archive& archive, LeftPost& it) {
    archive(it.actor, it.place, it.weight);
}

template <class Archive>
void serialize(Archive& archive, PoliticalEvent& it) {
    archive(it.day, it.kind, it.actor, it.other, it.place, it.value);
}

template <class Archive>
void serialize(Archive& archive, PlaceState& it) {
    archive(it.holder, it.held_since, it.people, it.settled);
}

template <class Archive>
void serialize(Archive& archive, CellFields& it) {
    archive(it.control, it.threat, it.takeover, it.food_stress, it.lean_season, it.hunger_since,
            it.services, it.pact, it.urge_felt, it.grievance, it.revenge, it.calm_attacks,
            it.calm_civilians);
}

template <class Archive>
void serialize(Archive& archive, ConflictEvent& it) {
    archive(it.day, it.kind, it.attacker, it.target, it.cell, it.place, it.deaths, it.wounded,
            it.victims, it.avenger, it.attacker_deaths);
}

template <class Archive>
void serialize(Archive& archive, ReportedActor& it) {
    archive(it.inter, it.actor, it.community);
}

template <class Archive>
void serialize(Archive& archive, ReportedPlace& it) {
    archive(it.at.lat, it.at.lon, it.place, it.cell, it.precision);
}

template <class Archive>
void serialize(Archive& archive, ReportedTime& it) {
    archive(it.day, it.precision);
}

template <class Archive>
void serialize(Archive& archive, AcledReport& it) {
    archive(it.event, it.when, it.sub_event, it.actor1, it.actor2, it.targets_civilians, it.where,
            it.fatalities, it.sources);
}

template <class Archive>
void serialize(Archive& archive, UcdpReport& it) {
    archive(it.event, it.when, it.violence, it.side_a, it.side_b, it.where, it.deaths_a,
            it.deaths_b, it.deaths_civilians, it.deaths_unknown, it.best, it.low, it.high,
            it.sources);
}

template <class Archive>
void serialize(Archive& archive, HeadlineReport& it) {
    archive(it.event, it.day, it.cell, it.deaths, it.wounded);
}

template <class Archive>
void serialize(Archive& archive, Reports& it) {
    archive(it.acled, it.ucdp, it.headlines, it.are_kept);
}

template <class Archive>
void serialize(Archive& archive, DayRecord& it) {
    archive(it.deaths, it.wounded, it.events, it.violent_events, it.peacekeeper_attacks,
            it.idps_returned, it.refugees_returned, it.idps, it.refugees);
}

/// What changes in a world; its map and seed are those of the scenario and the run.
template <class Archive>
void serialize(Archive& archive, World& it) {
    archive(it.today, it.actors, it.relations, it.compliance, it.deployment, it.orders, it.barred,
            it.agreements, it.talks, it.memories, it.measures, it.units, it.devices, it.captives,
            it.cells, it.momentum, it.places, it.households, it.movers_due, it.route_open,
            it.events, it.reports, it.totals, it.returns, it.economy, it.left_posts, it.legitimacy,
            it.stations_closed, it.political_log);
}

/// The state of a world as bytes.
[[nodiscard]] std::string world_bytes(World const& world);

/// Take on the state of another world of the same scenario.
/// \throws std::exception if the bytes are not those of world_bytes().
void restore_world(World& world, std::string const& bytes);

}  // namespace models
