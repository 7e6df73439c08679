#pragma once

#include <cstdint>
#include <vector>

#include "models/reporting/news.hpp"
#include "models/reporting/report_place.hpp"

/// \file models/reporting/story.hpp
/// The events of the day as news, and what each observer makes of one.

namespace models {

/// An event and what goes around about it.
struct Story {
    ConflictEvent const* event = nullptr;
    std::uint32_t number = 0;    ///< Since the run began, from 0.
    std::uint32_t of_today = 0;  ///< Of the day, from 0; addresses its draws.
    AcledSubEvent sub_event = AcledSubEvent::armed_clash;
    News news = {};
};

/// Today's events as news. A battle by which a place changes hands is told as that, and the change
/// of hands is then no story of its own.
[[nodiscard]] std::vector<Story> stories_of(World const& world, ReportingParams const& params);

/// What ACLED's coders write of it; nothing if they do not hear of it, twice by mistake.
void report_acled(World& world, Story const& story, ReportingParams const& params,
                  ReportPlaces const& places);

/// What UCDP's coders write of it: they need a death and to know who fought whom.
void report_ucdp(World& world, Story const& story, ReportingParams const& params,
                 ReportPlaces const& places);

/// Whether it makes the headlines, and with what numbers.
void report_headline(World& world, Story const& story, ReportingParams const& params);

/// ACLED's rows of what is no violence: agreements that begin, groups that split, merge or ally.
void report_politics(World& world, ReportPlaces const& places);

/// Attention of ACLED's coders to an event [1], >= 0.
[[nodiscard]] double attention_to(ConflictEvent const& event, World const& world,
                                  ReportingParams const& params, ReportPlaces const& places);

/// Shares of a count in the proportions of the true dead, by largest remainders; they sum to the
/// count. With no dead at all, all are civilians. [people]
[[nodiscard]] std::array<std::uint32_t, side_count> by_side(
    std::uint32_t count, std::array<std::uint32_t, side_count> const& deaths);

}  // namespace models
