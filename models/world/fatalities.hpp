#pragma once

#include <cstdint>

#include "sim/config/toml_table.hpp"
#include "sim/random/stream.hpp"

/// \file models/world/fatalities.hpp
/// How many die in one event, and on which side; for every rule that makes events.

namespace models {

/// Deaths in one event of a kind: none with probability 1 - fatal_share, else a log-normal number
/// rounded to the nearest whole number, at least 1.
struct FatalityParams {
    double fatal_share = 0.0;     ///< Probability of any death, 0 to 1.
    double median = 1.0;          ///< Median deaths of a fatal event [people], >= 1.
    double log_sd = 0.0;          ///< Spread of the logarithm, >= 0.
    double largest = 1.0;         ///< No event kills more [people], >= 1.
    double civilian_share = 0.0;  ///< Share of the dead who are bystanders, 0 to 1.
    double attacker_odds = 0.0;   ///< Odds that a dead fighter is the attacker's at equal strength,
                                  ///< >= 0; 0 = the attacker loses nobody.
};

/// Read how many die: `fatal_share`, `median`, `log_sd` and `largest`. Who they are, the other two,
/// is for the caller to read or to leave at 0.
[[nodiscard]] FatalityParams read_death_toll(sim::TomlTable const& table);

/// Deaths of one event by who they were [people].
struct Toll {
    std::uint32_t attackers = 0;
    std::uint32_t defenders = 0;
    std::uint32_t civilians = 0;
};

/// Number of deaths in an event of a kind, before anybody's numbers bound it.
///
/// Zero-inflated and heavy-tailed: on Mali's events a discretised log-normal describes the deaths
/// better than a power law from 1 death on (models/attack/README.md).
///
/// \return 0 with probability 1 - fatal_share, else 1 to `largest` [people].
[[nodiscard]] std::uint32_t draw_deaths(FatalityParams const& params, sim::Stream& draw);

/// Share the deaths out among civilians, attackers and defenders.
///
/// \param strength_ratio  Defenders' fighting strength over the attackers', > 0.
/// \post The three sum to \p deaths.
[[nodiscard]] Toll share_deaths(FatalityParams const& params, std::uint32_t deaths,
                                double strength_ratio, sim::Stream& draw);

/// Probability that a dead fighter is one of the attacker's: odds x ratio / (1 + odds x ratio).
[[nodiscard]] double attacker_loss_share(double attacker_odds, double strength_ratio) noexcept;

}  // namespace models
