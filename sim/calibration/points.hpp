#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/base/check.hpp"

/// \file sim/calibration/points.hpp
/// A batch of points, or of the outputs of runs: what algorithms ask for and what they are given.

namespace sim::calibration {

/// Rows of equal length, one after another. Plain columns of numbers, so that any file can hold it.
struct Points {
    std::size_t columns = 0;     ///< Numbers in a row: parameters or outputs.
    std::vector<double> values;  ///< Shape (rows, columns), row by row.

    /// Number of rows; 0 if there are no columns.
    [[nodiscard]] std::size_t rows() const noexcept {
        return columns == 0 ? 0 : values.size() / columns;
    }

    /// One row. \pre \p row < rows()
    [[nodiscard]] std::span<double const> row(std::size_t row) const noexcept {
        return {values.data() + row * columns, columns};
    }

    /// One row, to be changed. \pre \p row < rows()
    [[nodiscard]] std::span<double> row(std::size_t row) noexcept {
        return {values.data() + row * columns, columns};
    }

    /// Append a row. \pre \p row has `columns` numbers.
    void add(std::span<double const> row) {
        SIM_EXPECTS(row.size() == columns && columns > 0);
        values.insert(values.end(), row.begin(), row.end());
    }

    bool operator==(Points const&) const = default;
};

/// \p rows rows of zeros.
[[nodiscard]] inline Points zero_points(std::size_t rows, std::size_t columns) {
    return {columns, std::vector<double>(rows * columns)};
}

}  // namespace sim::calibration
