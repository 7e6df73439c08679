#pragma once

#include <cstdint>

#include "models/attack/attack_params.hpp"
#include "sim/random/stream.hpp"

/// \file models/attack/fatalities.hpp
/// How many die in one event, and on which side.

namespace models {

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
