#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "benchmarks/engine/schelling.hpp"

namespace bench {

/// What the agents of one cell see, counted cell by cell.
struct Seen {
    std::uint16_t alike = 0;   ///< [agents]
    std::uint16_t unlike = 0;  ///< [agents]
};

/// Who lives in each cell, by row, then column.
template <class Board>
std::vector<Kind> kinds(Board const& board, SchellingSpec const& spec) {
    std::vector<Kind> cells;
    for (std::uint32_t i = 0; i < spec.rows * spec.columns; ++i) {
        cells.push_back(board.kind(i / spec.columns, i % spec.columns));
    }
    return cells;
}

/// Count the neighbours of an agent, one cell after another.
[[nodiscard]] inline Seen seen_from(std::vector<Kind> const& cells, SchellingSpec const& spec,
                                    std::uint32_t cell) {
    int const rows = static_cast<int>(spec.rows);
    int const columns = static_cast<int>(spec.columns);
    int const row = static_cast<int>(cell) / columns;
    int const column = static_cast<int>(cell) % columns;
    Seen seen;
    for (int r = std::max(0, row - 2); r <= std::min(rows - 1, row + 2); ++r) {
        for (int c = std::max(0, column - 2); c <= std::min(columns - 1, column + 2); ++c) {
            auto const other = cells[static_cast<std::size_t>(r * columns + c)];
            if ((r == row && c == column) || other == Kind::nobody) continue;
            ++(other == cells[cell] ? seen.alike : seen.unlike);
        }
    }
    return seen;
}

/// Mean over all agents with neighbours of the share of their own kind among them [1].
[[nodiscard]] inline double share_alike(std::vector<Kind> const& cells, SchellingSpec const& spec) {
    double sum = 0.0;
    double agents = 0.0;
    for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
        auto const [alike, unlike] = seen_from(cells, spec, cell);
        if (cells[cell] == Kind::nobody || alike + unlike == 0) continue;
        sum += alike / static_cast<double>(alike + unlike);
        agents += 1.0;
    }
    return sum / agents;
}

/// A board in words: a letter a cell, 'a' and 'b' for the kinds, anything else for nobody.
[[nodiscard]] inline std::vector<Kind> drawn(std::string_view letters) {
    std::vector<Kind> cells;
    for (char const letter : letters) {
        cells.push_back(letter == 'a' ? Kind::first : letter == 'b' ? Kind::second : Kind::nobody);
    }
    return cells;
}

}  // namespace bench
