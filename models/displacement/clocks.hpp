#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/space/grid.hpp"

/// \file models/displacement/clocks.hpp
/// The clocks that tell when the next household of each stratum leaves.

namespace models {

/// What is known of every cell when its people look around; shape (cells).
struct CellsAtRisk {
    std::span<double const> share;          ///< Share of the people to whom war is near, 0 to 1.
    std::span<std::uint32_t const> region;  ///< Row of its fear.
    std::span<float const> food_stress;     ///< Hunger is the worse of this
    std::span<float const> lean_season;     ///< and this, 0 to 1.
};

/// Urge to leave in cells that fear nothing but for their region: share * (1 + food_effect *
/// hunger) * fear [1/day]. The same bits on every processor.
///
/// \param fear       By row of a region [1/day], >= 0.
/// \param[out] urge  Shape (cells).
void feel_region_fear(CellsAtRisk const& cells, std::span<double const> fear, double food_effect,
                      std::span<double> urge);

/// At which rate the households of each stratum leave today: min(most, urge * exposure) [1/day].
struct DepartureRates {
    std::span<double const> urge;       ///< In each cell [1/day], >= 0.
    std::span<sim::CellId const> cell;  ///< Ascending. Shape (strata).
    std::span<double const> exposure;   ///< Factor [1], >= 0; shape (strata).
    double most = 0.0;                  ///< [1/day], >= 0.
};

/// Let every clock run for a day, by rate * households at home, unless it runs out by then or has
/// not been drawn; those stay as they are, and so do all where the rate is 0. The same bits on
/// every processor.
///
/// \param[in,out] clock  Hazard left [1], >= 0, finite; shape (strata).
/// \param at_home        Households at home, below 2^31; shape (strata).
/// \param[out] run_out   The strata with a rate whose clocks stay are added, ascending.
/// \pre All shapes agree.
void run_clocks(std::span<double> clock, std::span<std::uint32_t const> at_home,
                DepartureRates const& rates, std::vector<std::uint32_t>& run_out);

}  // namespace models
