#include "models/displacement/clocks.hpp"

#include <algorithm>
#include <cstddef>

#include "sim/base/bits.hpp"
#include "sim/base/check.hpp"
#include "sim/base/wide.hpp"

namespace models {
namespace {

constexpr std::size_t block_size = 64;  // cells looked at together; few blocks have a leaver

}  // namespace

SIM_WIDE void feel_region_fear(CellsThatFeel const& cells, std::span<double const> fear,
                               double most_alike, std::span<std::uint64_t> due) {
    std::size_t const count = cells.felt.size();
    SIM_EXPECTS(count == cells.response.size() && count == cells.region.size() &&
                count == cells.due_at.size());
    double const* const response = cells.response.data();
    std::uint32_t const* const region = cells.region.data();
    double const* const due_at = cells.due_at.data();
    double const* const fears = fear.data();
    double* const felt = cells.felt.data();
    for (std::size_t first = 0; first < count; first += block_size) {
        std::size_t const end = std::min(first + block_size, count);
        std::uint64_t is_any_due = 0;
#pragma omp simd reduction(| : is_any_due)
        for (std::size_t c = first; c < end; ++c) {
            double const urge = response[c] * fears[region[c]];
            double const after = felt[c] + urge;
            felt[c] = after;
            // No branch, so that the loop does many cells at once.
            is_any_due |= static_cast<std::uint64_t>(after > due_at[c]) |
                          static_cast<std::uint64_t>(urge > most_alike);
        }
        if (is_any_due == 0) continue;
        for (std::size_t c = first; c < end; ++c) {
            if (felt[c] > due_at[c] || response[c] * fears[region[c]] > most_alike) {
                sim::set_bit(due, cells.first_row + c);
            }
        }
    }
}

}  // namespace models
