#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

/// \file models/scoring/score_kernels.hpp
/// Scores of the draws of one unit and month against the count that was observed there.
///
/// As the VIEWS prediction challenge 2023/24 defines them (Hegre et al. 2024,
/// arXiv:2407.11045). All but the coverage are smaller for better draws.

namespace models {

/// Lower edges of the bins of ignorance(); the last bin is open, the first begins at 0.
inline constexpr std::array<double, 11> ignorance_edges{0.0,  0.5,   2.5,   5.5,   10.5,  25.5,
                                                        50.5, 100.5, 250.5, 500.5, 1000.5};

/// Continuous ranked probability score of the ensemble: mean|X - y| - mean|X - X'| / 2, where X and
/// X' run over all pairs of draws, each with itself too (the ensemble version, not the fair one);
/// in O(n). The unit is that of the counts.
///
/// \see Gneiting and Raftery (2007), eq. 21, doi:10.1198/016214506000001437.
/// \param sorted  Draws in ascending order, at least one.
[[nodiscard]] double crps(std::span<std::uint32_t const> sorted, std::uint32_t observed);

/// crps() of log(1 + count), for draws and observation: scores by ratio rather than by difference.
///
/// \see Bosse et al. (2023), doi:10.1371/journal.pcbi.1011393.
[[nodiscard]] double crps_log1p(std::span<std::uint32_t const> sorted, std::uint32_t observed);

/// Bin of a count among ignorance_edges, 0 to 10.
[[nodiscard]] std::size_t ignorance_bin(std::uint32_t count) noexcept;

/// -log2 of the share of draws in the bin of the observation, after one more draw was added to
/// every bin [bit]. Fewer draws are pulled further towards equal shares.
///
/// \see Good (1952), doi:10.1111/j.2517-6161.1952.tb00104.x, for the score; its bins: VIEWS.
[[nodiscard]] double ignorance(std::span<std::uint32_t const> draws, std::uint32_t observed);

/// Quantile of the draws, interpolated linearly between the values at (n - 1) p: type 7 of Hyndman
/// and Fan (1996), doi:10.1080/00031305.1996.10473566, the default of numpy.
///
/// \param sorted  As for crps().
/// \param p       0 to 1.
[[nodiscard]] double quantile(std::span<std::uint32_t const> sorted, double p);

/// The interval that leaves alpha / 2 of the draws on either side.
struct CentralInterval {
    double lower = 0.0;
    double upper = 0.0;

    [[nodiscard]] bool covers(double value) const noexcept {
        return lower <= value && value <= upper;
    }
};
[[nodiscard]] CentralInterval central_interval(std::span<std::uint32_t const> sorted, double alpha);

/// Width of the interval, plus 2 / alpha times the distance by which the observation misses it.
/// With alpha = 0.1 its mean over units and months is VIEWS' mean interval score.
///
/// \see Gneiting and Raftery (2007), eq. 43.
[[nodiscard]] double interval_score(CentralInterval const& interval, double alpha,
                                    double observed) noexcept;

}  // namespace models
