#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/attack/attack_params.hpp"
#include "models/conflict_table/conflict_table.hpp"
#include "models/forces/force_schedule.hpp"
#include "models/reporting/registration.hpp"
#include "models/scenario/actor_table.hpp"
#include "models/scenario/community_table.hpp"
#include "models/scenario/figure_table.hpp"
#include "models/scenario/output_params.hpp"
#include "models/scenario/rules.hpp"
#include "models/timeline/timeline.hpp"
#include "models/world/geography.hpp"
#include "sim/base/calendar.hpp"

/// \file models/scenario/scenario.hpp
/// A scenario: everything a run is given besides its seed.

namespace models {

struct ObservedPast;

/// What the world is like before any rule acts.
struct WorldParams {
    double household_size_mean = 0.0;     ///< Mean household size [people], 1 to 15.
    double nearby_km = 0.0;               ///< Reach of local effects [km], > 0.
    double threat_memory_days = 0.0;      ///< Threat fades by exp(-1) in this time [day], > 0.
    double takeover_memory_days = 0.0;    ///< The same for take-overs [day], > 0.
    double momentum_memory_days = 0.0;    ///< The same for momentum [day], > 0.
    double grievance_memory_days = 60.0;  ///< The same for grievance [day], > 0.
    double revenge_memory_days = 10.0;    ///< The same for the wish for revenge [day], > 0.
    ActorId state_actor = no_actor;       ///< Who holds the country on the first day.
    PerClass quality{};                   ///< Fighting strength of one fighter by class of actor,
                                          ///< relative to a rebel's, > 0.
};

/// A file that the scenario was read from.
struct InputFile {
    std::filesystem::path path;
    std::string sha256;  ///< 64 hexadecimal digits.
};

/// A checked scenario: every number in range, every name resolved, nothing left to parse. Does not
/// change any more; runs share it.
struct Scenario {
    std::string name;         ///< Short and unique, such as mali-2012-2016.
    std::string title;        ///< One line for people.
    std::string description;  ///< What it is for; may be empty.
    sim::Date first_day;      ///< Day 0.
    sim::Date last_day;       ///< The last simulated day.

    WorldParams world;
    std::shared_ptr<Geography const> map;
    RegionCommunities communities;          ///< Row i is region i of the map.
    std::vector<ActorRow> actors;           ///< Row i is actor i.
    ForceSchedule forces;                   ///< With the edits applied.
    Timeline timeline;                      ///< With the edits applied.
    ConflictTable conflicts;                ///< Of a scenario whose war is given.
    std::vector<DocumentedFigure> figures;  ///< What results are set beside.
    std::filesystem::path stylised_facts;  ///< Table of what the conflict looks like; may be empty.
    Registrations registrations;           ///< How refugees were counted; empty: as they are.
    Rules rules;
    OutputParams output;

    std::vector<std::string> edits;     ///< What differs from history, in plain words.
    std::vector<std::string> settings;  ///< Parameters that differ from those of the file that it
                                        ///< extends last, or that `--set` changed.
    std::vector<InputFile> inputs;      ///< Every file read.
    std::string resolved_text;          ///< The scenario as one TOML text, all layers resolved.
    std::shared_ptr<ObservedPast const> observed_past;  ///< Violence given up to a day, or none.

    /// Number of days to simulate, the last one included [d].
    [[nodiscard]] std::uint32_t days() const noexcept {
        return static_cast<std::uint32_t>(sim::days_between(first_day, last_day) + 1);
    }
};

/// Read and check a scenario and every table it names.
///
/// \param path       A TOML file; `extends` lays it over another (sim::TomlFile).
/// \param overrides  Settings such as `attack.band=30`, as after `--set`.
/// \param edits      Further edits of history (edits.hpp), each the inside of a TOML inline table,
///                   such as `action = "remove", id = "coup-2012"`; applied after the file's own.
/// \throws InputError with file, line and key.
[[nodiscard]] Scenario load_scenario(std::filesystem::path const& path,
                                     std::vector<std::string> const& overrides = {},
                                     std::vector<std::string> const& edits = {});

/// How the scenario differs from history, one line for each edit; a sentence that it does not if
/// there is none.
[[nodiscard]] std::string describe_edits(Scenario const& scenario);

/// What the scenario holds, for people: dates, people and expected households, rows of every table,
/// which rules are on, edits of history.
[[nodiscard]] std::string summary(Scenario const& scenario);

}  // namespace models
