#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/random/stream.hpp"

/// \file sim/ensemble/design.hpp
/// Designs: which values of the parameters a sweep visits.

namespace sim {

/// How a range is filled evenly: in the value or in its logarithm.
enum class Scale { linear, log };

/// One parameter of a design. Lists and grids use `values`, all others the range.
struct DesignParameter {
    std::string key = {};             ///< The setting, such as `attack.rate`.
    std::vector<double> values = {};  ///< Explicit values, in the order in which they are visited.
    double low = 0.0, high = 0.0;     ///< Ends of the range; low > 0 on a log scale.
    Scale scale = Scale::linear;      ///< How the range is filled.
    bool is_whole = false;            ///< Whole numbers only, both ends included.
};

/// A table of points: row i holds one value for each parameter.
struct Design {
    std::size_t parameters = 0;             ///< Columns.
    std::vector<double> values = {};        ///< Shape (points, parameters).
    std::vector<std::int32_t> matrix = {};  ///< Saltelli's matrix of each point: 0 A, 1 B, 2 + i
                                            ///< AB_i; -1: the design has none.

    [[nodiscard]] std::size_t size() const noexcept { return matrix.size(); }
    [[nodiscard]] std::span<double const> point(std::size_t i) const noexcept {
        return std::span{values}.subspan(i * parameters, parameters);
    }
};

/// The value at a share of the range. A log scale: low * (high / low)^share. Whole numbers share
/// the range equally. \pre share in [0, 1)
[[nodiscard]] double value_at(DesignParameter const& parameter, double share) noexcept;

/// The i-th values of all parameters together. One point without parameters.
/// \pre All have as many values.
[[nodiscard]] Design list_design(std::span<DesignParameter const> parameters);

/// Every combination; the last parameter changes fastest. \pre Each has a value.
[[nodiscard]] Design grid_design(std::span<DesignParameter const> parameters);

/// A Latin hypercube: each of \p points equal parts of each range is visited once, at a random
/// place within it, and the parts are paired at random (McKay, Beckman and Conover 1979,
/// doi:10.1080/00401706.1979.10489755). The same seed gives the same table.
[[nodiscard]] Design latin_hypercube(std::span<DesignParameter const> parameters,
                                     std::uint32_t points, Seed seed);

/// The first points of Sobol's sequence, the one at the origin included; with a seed all are moved
/// by the same random bits (a digital shift), which keeps how evenly they lie.
[[nodiscard]] Design sobol_design(std::span<DesignParameter const> parameters, std::uint32_t points,
                                  std::optional<Seed> shift);

/// Saltelli's design for variance-based sensitivity: for each of \p points rows of Sobol's sequence
/// in twice as many dimensions its halves A and B, and A with the value of one parameter from B,
/// for each parameter (Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018). In all points * (k +
/// 2), in the order A, AB_1, ..., AB_k, B for each row.
[[nodiscard]] Design saltelli_design(std::span<DesignParameter const> parameters,
                                     std::uint32_t points, std::optional<Seed> shift);

/// Points of Sobol's sequence in [0, 1), 32 bits each, the origin first; shape (points,
/// dimensions). Direction numbers: those of Boost.Random, after Joe and Kuo (2008),
/// doi:10.1137/070709359. \pre 1 <= dimensions <= 3667
[[nodiscard]] std::vector<double> sobol_points(std::uint32_t points, std::size_t dimensions,
                                               std::optional<Seed> shift);

}  // namespace sim
