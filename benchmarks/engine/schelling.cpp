#include "benchmarks/engine/schelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace bench {
namespace {

constexpr sim::Purpose first_place{1};
constexpr sim::Purpose new_place{2};

constexpr std::size_t radius = 2;
constexpr std::size_t width = 2 * radius + 1;

// Cells decided at a time; what is known of them stays in the nearest cache.
constexpr std::uint32_t block_size = 128;

// On a smaller board, waiting for other threads takes longer than deciding without them.
constexpr std::uint32_t cells_worth_threads = 1U << 16;

// The tally of one cell, by Kind.
constexpr std::array<std::uint16_t, 3> tally_of{0, 1, 256};

// The next three have no branches, so that the compiler can treat several cells at once.

// Add up the tallies around each of many cells in a row, the cell itself left out: 24 of them.
void tally_neighbours(std::uint16_t const* here, std::size_t stride,
                      std::span<std::uint16_t> neighbours) noexcept {
    std::fill(neighbours.begin(), neighbours.end(), std::uint16_t{0});
    std::uint16_t const* corner = here - radius * stride - radius;
    std::uint16_t* const sum = neighbours.data();
    for (std::size_t row = 0; row < width; ++row, corner += stride) {
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            sum[i] = static_cast<std::uint16_t>(sum[i] + corner[i] + corner[i + 1] + corner[i + 2] +
                                                corner[i + 3] + corner[i + 4]);
        }
    }
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        sum[i] = static_cast<std::uint16_t>(sum[i] - here[i]);
    }
}

// Write 1 for each cell with an unhappy agent, else 0, over the tally of its neighbours.
void mark_unhappy(std::uint16_t const* here, std::uint16_t wanted_percent,
                  std::span<std::uint16_t> neighbours) noexcept {
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        auto const first = static_cast<std::uint16_t>(neighbours[i] & 255);
        auto const second = static_cast<std::uint16_t>(neighbours[i] >> 8);
        std::uint16_t const alike = here[i] == 1 ? first : second;
        auto const unlike = static_cast<std::uint16_t>(first + second - alike);
        bool const unhappy = is_unhappy(alike, unlike, wanted_percent);
        neighbours[i] = static_cast<std::uint16_t>(unhappy & (here[i] != 0));
    }
}

// Append the numbers of the marked cells. \return The new end of the list.
std::uint32_t* list_marked(std::span<std::uint16_t const> marks, std::size_t first_cell,
                           std::uint32_t* end) noexcept {
    for (std::size_t i = 0; i < marks.size(); ++i) {
        *end = static_cast<std::uint32_t>(first_cell + i);  // stays only if marked
        end += marks[i];
    }
    return end;
}

}  // namespace

std::vector<Kind> scattered_agents(SchellingSpec const& spec, sim::Seed seed) {
    std::vector<Kind> cells(std::size_t{spec.rows} * spec.columns, Kind::nobody);
    SIM_EXPECTS(spec.agents <= cells.size());
    std::fill_n(cells.begin(), spec.agents, Kind::second);
    std::fill_n(cells.begin(), spec.agents / 2, Kind::first);
    sim::Stream draw{seed, first_place, 0, sim::Day{0}};
    for (auto left = static_cast<std::uint32_t>(cells.size()); left > 1; --left) {
        std::swap(cells[left - 1], cells[draw.below(left)]);
    }
    return cells;
}

Schelling::Schelling(SchellingSpec const& spec, std::span<Kind const> cells, sim::Seed seed)
    : spec_{spec}, seed_{seed}, stride_{spec.columns + 2 * radius} {
    SIM_EXPECTS(spec.rows >= 1 && spec.columns >= 1 && spec.wanted_percent <= 100);
    SIM_EXPECTS(cells.size() == std::size_t{spec.rows} * spec.columns);
    std::size_t const with_border = (spec.rows + 2 * radius) * stride_;
    SIM_EXPECTS(with_border < std::size_t{1} << 31);
    tally_.assign(with_border, 0);
    agent_.assign(with_border, sim::no_row);
    unhappy_.resize(cells.size());
    in_row_.resize(spec.rows);
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        auto const cell = cell_at(i / spec.columns, i % spec.columns);
        tally_[cell] = tally_of[static_cast<std::size_t>(cells[i])];
        if (cells[i] == Kind::nobody) {
            vacant_.push_back(static_cast<std::uint32_t>(cell));
        } else {
            agent_[cell] = agents_++;
        }
    }
}

std::size_t Schelling::cell_at(std::uint32_t row, std::uint32_t column) const noexcept {
    return (row + radius) * stride_ + radius + column;
}

Kind Schelling::kind(std::uint32_t row, std::uint32_t column) const noexcept {
    auto const tally = tally_[cell_at(row, column)];
    if (tally == 0) return Kind::nobody;
    return tally == 1 ? Kind::first : Kind::second;
}

std::uint32_t Schelling::step() {
    sim::for_rows(
        spec_.rows, [this](std::uint32_t row) noexcept { decide_row(row); },
        cells_worth_threads / spec_.columns + 1);
    std::uint32_t const moved = vacant_.empty() ? 0 : move_unhappy();
    ++today_.value;
    return moved;
}

void Schelling::decide_row(std::uint32_t row) noexcept {
    std::array<Tally, block_size> memory;
    std::uint32_t* const begin = unhappy_.data() + std::size_t{row} * spec_.columns;
    std::uint32_t* end = begin;
    for (std::uint32_t column = 0; column < spec_.columns; column += block_size) {
        auto const block = std::span{memory}.first(std::min(block_size, spec_.columns - column));
        std::size_t const first_cell = cell_at(row, column);
        Tally const* const here = tally_.data() + first_cell;
        tally_neighbours(here, stride_, block);
        mark_unhappy(here, spec_.wanted_percent, block);
        end = list_marked(block, first_cell, end);
    }
    in_row_[row] = static_cast<std::uint32_t>(end - begin);
}

std::uint32_t Schelling::move_unhappy() {
    auto const vacancies = static_cast<std::uint32_t>(vacant_.size());
    std::uint32_t moved = 0;
    for (std::uint32_t row = 0; row < spec_.rows; ++row) {
        auto const* const unhappy = unhappy_.data() + std::size_t{row} * spec_.columns;
        for (std::uint32_t i = 0; i < in_row_[row]; ++i) {
            std::uint32_t const from = unhappy[i];
            sim::Stream draw{seed_, new_place, agent_[from], today_};
            auto& vacant = vacant_[draw.below(vacancies)];
            std::swap(tally_[from], tally_[vacant]);
            std::swap(agent_[from], agent_[vacant]);
            vacant = from;
        }
        moved += in_row_[row];
    }
    return moved;
}

}  // namespace bench
