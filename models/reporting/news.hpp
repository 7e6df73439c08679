#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "models/reporting/reporting_params.hpp"
#include "models/world/world.hpp"

/// \file models/reporting/news.hpp
/// What goes around about an event, before anybody writes it down. All observers hear the same.

namespace models {

/// Most counts of one event that are kept.
inline constexpr std::size_t most_counts = 8;

/// What goes around about an event.
struct News {
    double hidden = 0.0;  ///< Who pays less attention than this does not hear of it, 0 to 1.
    std::array<std::uint32_t, most_counts> told{};  ///< Deaths as the sources have them [people],
    std::size_t sources = 1;                        ///< so many of them, 1 to most_counts.
    bool names_attacker = true;                     ///< It is known who attacked.
    ReportedTime when;

    /// The counts, ascending. [people]
    [[nodiscard]] std::span<std::uint32_t const> counts() const noexcept {
        return std::span{told}.first(sources);
    }
    [[nodiscard]] std::uint32_t lowest() const noexcept { return told[0]; }
    [[nodiscard]] std::uint32_t highest() const noexcept { return told[sources - 1]; }
    /// The middle one; of an even number the lower of the two.
    [[nodiscard]] std::uint32_t middle() const noexcept { return told[(sources - 1) / 2]; }
};

/// Chance that coders hear of an event: 1 - exp(-attention * (1 + deaths)).
///
/// \param attention  For an event of its kind and place without deaths [1], >= 0.
[[nodiscard]] double chance_to_hear(double attention, std::uint32_t deaths) noexcept;

/// Attention of ACLED's coders to an event on a date: what its place and kind make of that of the
/// day [1], >= 0.
///
/// \param years_since  Years since the first day of the run [a], >= 0.
[[nodiscard]] double attention_to(ReportingParams const& params, double years_since, sim::Date date,
                                  bool in_capital, EventKind kind) noexcept;

/// A number of dead as one source tells it: wrong by a factor, then rounded, or only a word:
/// "tens" is taken as 10, "dozens" as 12, "hundreds" as 100. Nobody tells of dead where none are.
[[nodiscard]] std::uint32_t told_count(std::uint32_t deaths, ReportingParams const& params,
                                       sim::Stream& draw);

/// A count rounded as people do: from 8 on to the nearest 5, from 20 on to the nearest 10.
[[nodiscard]] std::uint32_t rounded_count(std::uint32_t count) noexcept;

/// What goes around about an event.
/// \param day_zero  Date of day 0; no date before it is told.
[[nodiscard]] News news_of(ConflictEvent const& event, World const& world,
                           ReportingParams const& params, sim::Stream& draw);

}  // namespace models
