#include "benchmarks/engine/plain_schelling.hpp"

#include <algorithm>
#include <utility>

#include "sim/base/check.hpp"

namespace bench {

PlainResident::PlainResident(PlainBoard& board, std::uint32_t cell, Kind kind)
    : board_{board}, cell_{cell}, kind_{kind} {
    board_.residents[cell] = this;
}

void PlainResident::step() {
    if (board_.vacant.empty() || is_content()) return;
    auto const choice = below(board_.random, static_cast<std::uint32_t>(board_.vacant.size()));
    std::swap(board_.vacant[choice], cell_);
    std::swap(board_.residents[board_.vacant[choice]], board_.residents[cell_]);
    ++board_.moved;
}

bool PlainResident::is_content() const {
    std::uint32_t const row = cell_ / board_.columns;
    std::uint32_t const column = cell_ % board_.columns;
    std::uint32_t const last_row = std::min(row + 2, board_.rows - 1);
    std::uint32_t const last_column = std::min(column + 2, board_.columns - 1);
    std::uint32_t alike = 0;
    std::uint32_t neighbours = 0;
    for (std::uint32_t r = row - std::min(row, 2U); r <= last_row; ++r) {
        for (std::uint32_t c = column - std::min(column, 2U); c <= last_column; ++c) {
            auto const* const other = board_.residents[r * board_.columns + c];
            if (other == nullptr || other == this) continue;
            ++neighbours;
            if (other->kind() == kind_) ++alike;
        }
    }
    return 100 * alike >= board_.wanted_percent * neighbours;
}

PlainSchelling::PlainSchelling(SchellingSpec const& spec, std::span<Kind const> cells,
                               sim::Seed seed)
    : board_{std::make_unique<PlainBoard>()} {
    SIM_EXPECTS(cells.size() == std::size_t{spec.rows} * spec.columns);
    board_->rows = spec.rows;
    board_->columns = spec.columns;
    board_->wanted_percent = spec.wanted_percent;
    board_->residents.resize(cells.size());
    board_->random.seed(static_cast<std::uint32_t>(seed.value));
    for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
        if (cells[cell] == Kind::nobody) {
            board_->vacant.push_back(cell);
        } else {
            agents_.push_back(std::make_unique<PlainResident>(*board_, cell, cells[cell]));
        }
    }
}

Kind PlainSchelling::kind(std::uint32_t row, std::uint32_t column) const {
    auto const* const resident = board_->residents[row * board_->columns + column];
    return resident == nullptr ? Kind::nobody : resident->kind();
}

std::uint32_t PlainSchelling::step() {
    std::uint32_t const before = board_->moved;
    step_in_turn(agents_);
    return board_->moved - before;
}

}  // namespace bench
