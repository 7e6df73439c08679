#include "models/displacement/clocks.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "sim/base/check.hpp"
#include "sim/base/wide.hpp"

namespace models {
namespace {

constexpr std::size_t block_size = 64;  // strata looked at together; most blocks have no leaver

/// Whether a number of rows \p first to \p last is above 0. \pre They are >= 0.
inline bool is_any_above_zero(double const* numbers, std::size_t first, std::size_t last) noexcept {
    std::uint64_t bits = 0;
    for (std::size_t i = first; i <= last; ++i) bits |= std::bit_cast<std::uint64_t>(numbers[i]);
    return bits != 0;
}

}  // namespace

SIM_WIDE void feel_region_fear(CellsAtRisk const& cells, std::span<double const> fear,
                               double food_effect, std::span<double> urge) {
    SIM_EXPECTS(urge.size() == cells.share.size() && urge.size() == cells.region.size() &&
                urge.size() == cells.food_stress.size() && urge.size() == cells.lean_season.size());
    double const* const share = cells.share.data();
    std::uint32_t const* const region = cells.region.data();
    float const* const food = cells.food_stress.data();
    float const* const lean = cells.lean_season.data();
    double const* const fears = fear.data();
    double* const urges = urge.data();
#pragma omp simd
    for (std::size_t c = 0; c < urge.size(); ++c) {
        double const hunger = food[c] > lean[c] ? food[c] : lean[c];
        urges[c] = share[c] * ((1.0 + food_effect * hunger) * fears[region[c]]);
    }
}

SIM_WIDE void run_clocks(std::span<double> clock, std::span<std::uint32_t const> at_home,
                         DepartureRates const& rates, std::vector<std::uint32_t>& run_out) {
    SIM_EXPECTS(clock.size() == at_home.size() && clock.size() == rates.cell.size() &&
                clock.size() == rates.exposure.size());
    std::array<double, block_size> left;
    double* const clocks = clock.data();
    std::uint32_t const* const households = at_home.data();
    sim::CellId const* const cell = rates.cell.data();
    double const* const exposure = rates.exposure.data();
    double const* const urge = rates.urge.data();
    double const most = rates.most;
    for (std::size_t first = 0; first < clock.size(); first += block_size) {
        std::size_t const count = std::min(block_size, clock.size() - first);
        if (!is_any_above_zero(urge, cell[first].row, cell[first + count - 1].row)) continue;
        std::int64_t signs = 0;
#pragma omp simd reduction(| : signs)
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t const s = first + i;
            double const rate = urge[cell[s].row] * exposure[s];
            // Numbers with a sign become floating point many at a time.
            auto const count_home = static_cast<std::int32_t>(households[s]);
            double const hazard = (rate < most ? rate : most) * count_home;
            double const after = clocks[s] - hazard;
            clocks[s] = after > 0.0 ? after : clocks[s];
            left[i] = rate > 0.0 ? after : 1.0;  // where nobody leaves, no clock runs out
            // The sign of this whole number is set if nothing is left: no branch, so that the
            // loop does many strata at once.
            signs |= std::bit_cast<std::int64_t>(left[i]) - 1;
        }
        if (signs >= 0) continue;
        for (std::size_t i = 0; i < count; ++i) {
            if (!(left[i] > 0.0)) run_out.push_back(static_cast<std::uint32_t>(first + i));
        }
    }
}

}  // namespace models
