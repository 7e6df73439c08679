#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/scenario/edits.hpp"

/// \file models/scenario/edit_fields.hpp
/// The kinds of keys that several interventions share. Every error names file, line and key.

namespace models {

/// A day after every other.
inline constexpr std::int32_t no_end = std::numeric_limits<std::int32_t>::max();

/// Days on which an intervention holds; `until` is the first on which it no longer does.
struct EditPeriod {
    std::int32_t from = 0;
    std::int32_t until = no_end;

    [[nodiscard]] bool has_end() const noexcept { return until != no_end; }
    [[nodiscard]] bool holds(std::int32_t day) const noexcept { return day >= from && day < until; }
};

/// Row that a text stands for. \throws InputError if nothing has that name.
[[nodiscard]] std::uint32_t named_row(sim::TomlTable const& edit, std::string_view key,
                                      NameIndex const& names);

/// The actor of a key.
[[nodiscard]] ActorId edit_actor(sim::TomlTable const& edit, std::string_view key,
                                 History const& history);

/// The actors of a list, at least \p least. \throws InputError also if one is there twice.
[[nodiscard]] std::vector<ActorId> edit_actors(sim::TomlTable const& edit, std::string_view key,
                                               History const& history, std::size_t least);

/// Two different actors, `between = ["FAMA", "CMA"]`.
[[nodiscard]] std::pair<ActorId, ActorId> edit_pair(sim::TomlTable const& edit,
                                                    History const& history);

/// `from`, which must lie in the period of the scenario, and `until`, which may be left out.
[[nodiscard]] EditPeriod edit_period(sim::TomlTable const& edit, History const& history);

/// A place, or a region as `region:Mopti`.
struct EditArea {
    PlaceId place = no_place;
    RegionId region = no_region;
};
[[nodiscard]] EditArea edit_area(sim::TomlTable const& edit, std::string_view key,
                                 History const& history);

/// Places with a weight each, `["gao:2", "kidal"]`; a weight left out is 1.
[[nodiscard]] std::vector<std::pair<PlaceId, double>> edit_places(sim::TomlTable const& edit,
                                                                  std::string_view key,
                                                                  History const& history);

/// A row of the timeline that an intervention adds, with an id of its own: `id`, or the action and
/// the date, and a number if that is taken.
TimelineRow& add_edit_row(sim::TomlTable const& edit, Effect effect, EditPeriod const& period,
                          History& history);

/// `from 2024-01-01 until 2025-01-01`.
[[nodiscard]] std::string period_text(EditPeriod const& period, History const& history);

/// `MNLA`, or `MNLA, HCUA and CMA`.
[[nodiscard]] std::string names_text(std::vector<ActorId> const& actors, History const& history);

/// `gao`, `region Gao`, or `everywhere`.
[[nodiscard]] std::string area_text(EditArea const& area, History const& history);

/// Date of a day.
[[nodiscard]] std::string day_text(std::int32_t day, History const& history);

}  // namespace models
