#pragma once

#include <filesystem>

#include "models/forces/force_schedule.hpp"
#include "models/scenario/names.hpp"
#include "models/timeline/timeline.hpp"
#include "sim/base/calendar.hpp"

/// \file models/scenario/history_table.hpp
/// The tables of dated history: the timeline and the force schedule.

namespace models {

/// Read the table `id,date,end_date,effect,actor,other,place,value,title,date_basis,note_source`.
///
/// `place` is a place id or `region:NAME`; `end_date` is the last day. An optional column
/// `agreement` says how binding a ceasefire is (cessation if empty); an accord is definitive.
///
/// \return Ordered by date, then as in the table.
/// \throws InputError with file and line if an id is there twice, a name is unknown, a date or
///         value is out of range, or the effect lacks what it needs (fault_of()).
[[nodiscard]] Timeline read_timeline(std::filesystem::path const& path, HistoryNames const& names,
                                     sim::Date first_day);

/// Read the table `actor,date,strength,share_places,note_source`.
///
/// \return Ordered by date, then actor.
/// \throws InputError with file and line if a name is unknown, an actor has two rows on one date,
/// or
///         a number or date is out of range.
[[nodiscard]] ForceSchedule read_forces(std::filesystem::path const& path,
                                        HistoryNames const& names, sim::Date first_day);

/// Sort by date; rows of one date stay in their order.
void sort_timeline(Timeline& timeline);

/// Sort by date, then actor.
void sort_forces(ForceSchedule& forces);

}  // namespace models
