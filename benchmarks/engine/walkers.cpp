#include "benchmarks/engine/walkers.hpp"

#include <algorithm>
#include <array>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"

namespace bench {
namespace {

constexpr sim::Purpose first_place{1};
constexpr sim::Purpose direction{2};

// Walkers that one thread moves at a time: their words and positions stay in its nearest cache.
constexpr std::uint32_t block_size = 1024;

// A coordinate moved by 0, 1 or 2 less 1, around a periodic axis. Has no branch, so that the
// compiler can move several walkers at once.
std::uint16_t moved(std::uint16_t from, std::uint32_t step, std::uint16_t size) noexcept {
    auto const to = static_cast<std::uint16_t>(from + step);  // one too many
    std::uint16_t const last = size - 1;
    std::uint16_t const inside = to > size ? std::uint16_t{0} : static_cast<std::uint16_t>(to - 1);
    return to == 0 ? last : inside;
}

}  // namespace

Walkers::Walkers(WalkersSpec const& spec, sim::Seed seed)
    : spec_{spec}, seed_{seed}, row_(spec.walkers), column_(spec.walkers) {
    SIM_EXPECTS(spec.rows >= 3 && spec.rows <= 65'534);
    SIM_EXPECTS(spec.columns >= 3 && spec.columns <= 65'534);
    sim::for_rows(spec.walkers, [this](std::uint32_t i) noexcept {
        sim::Stream draw{seed_, first_place, i, today_};
        row_[i] = static_cast<std::uint16_t>(draw.below(spec_.rows));
        column_[i] = static_cast<std::uint16_t>(draw.below(spec_.columns));
    });
}

void Walkers::walk_one_day() {
    std::uint32_t const blocks = spec_.walkers / block_size + (spec_.walkers % block_size > 0);
    sim::for_rows(blocks, [this](std::uint32_t block) noexcept { walk_block(block * block_size); });
    ++today_.value;
}

void Walkers::walk_block(std::uint32_t first) noexcept {
    std::array<std::uint32_t, block_size> words;
    std::uint32_t const walkers = std::min(block_size, spec_.walkers - first);
    sim::fill_uniform_words(seed_, direction, today_, first / 4, std::span{words}.first(walkers));
    std::uint16_t* const row = row_.data() + first;
    std::uint16_t* const column = column_.data() + first;
    std::uint16_t const rows = spec_.rows;
    std::uint16_t const columns = spec_.columns;
    for (std::uint32_t i = 0; i < walkers; ++i) {
        // The 9 cells of the neighbourhood are 0 to 8 by row, then column; 4 is the centre.
        std::uint32_t const eighth = words[i] >> 29;
        std::uint32_t const cell = eighth + (eighth >> 2);
        std::uint32_t const row_step = (11 * cell) >> 5;  // cell / 3, for cells below 17
        row[i] = moved(row[i], row_step, rows);
        column[i] = moved(column[i], cell - 3 * row_step, columns);
    }
}

}  // namespace bench
