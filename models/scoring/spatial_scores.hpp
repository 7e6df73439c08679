#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// \file models/scoring/spatial_scores.hpp
/// How alike the simulated and the observed distribution of violence over units are.

namespace models {

/// Two units that touch, each pair once.
struct UnitPair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    friend bool operator==(UnitPair, UnitPair) = default;
};

/// Pairs of cells of PRIO-GRID that share an edge or a corner (queen neighbours).
/// \param gids  Ascending, each once.
[[nodiscard]] std::vector<UnitPair> queen_neighbours(std::span<std::int32_t const> gids);

/// Moran's I with weight 1 for each pair: (n / W) sum_ij w_ij z_i z_j / sum_i z_i^2, where z is the
/// deviation from the mean and W the sum of weights. Nothing if no units touch or all are equal.
///
/// \see Moran (1950), doi:10.1093/biomet/37.1-2.17.
[[nodiscard]] std::optional<double> morans_i(std::span<double const> values,
                                             std::span<UnitPair const> pairs);

/// morans_i() of log(1 + simulated) minus that of log(1 + observed): above 0 if the simulation
/// clusters more. Nothing if either is not defined.
[[nodiscard]] std::optional<double> moran_difference(std::span<double const> simulated,
                                                     std::span<double const> observed,
                                                     std::span<UnitPair const> pairs);

/// Units compared by top_overlap().
inline constexpr std::size_t top_units = 10;

/// Share of the ten heaviest observed units that are among the ten heaviest simulated ones. Of
/// equally heavy units the earlier one counts as heavier; units without any are never among them.
///
/// Nothing if nothing was observed, or with ten units or fewer, where it would say nothing (our
/// definition).
[[nodiscard]] std::optional<double> top_overlap(std::span<double const> simulated,
                                                std::span<double const> observed);

/// Jensen-Shannon distance, base 2, between the shares of the units: the square root of the
/// divergence, 0 for equal shares, 1 if no unit has both. Nothing if either is 0 everywhere.
///
/// \see Lin (1991), doi:10.1109/18.61115; Endres and Schindelin (2003),
///      doi:10.1109/TIT.2003.813506.
[[nodiscard]] std::optional<double> jensen_shannon_distance(std::span<double const> simulated,
                                                            std::span<double const> observed);

/// Sum of simulated means by sum of observations: above 1 if it simulates too much. Nothing if
/// nothing was observed.
[[nodiscard]] std::optional<double> bias_ratio(std::span<double const> simulated,
                                               std::span<double const> observed);

}  // namespace models
