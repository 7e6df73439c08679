#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/base/ids.hpp"

/// \file sim/schedule/day_queue.hpp
/// Rows that have something to do on a coming day; the others cost nothing.

namespace sim {

/// Rows waiting for their day.
template <class RowId>
class DayQueue {
  public:
    /// Put a row down for a day. A row may wait for several days at once.
    void add(RowId row, Day day) {
        if (day.value >= buckets_.size()) buckets_.resize(day.value + 1);
        buckets_[day.value].push_back(row);
    }

    /// Take out the rows of a day, ascending by row number, so that the order in which they were
    /// put down does not matter. One put down twice for the day is there once.
    [[nodiscard]] std::vector<RowId> take(Day day) {
        if (day.value >= buckets_.size()) return {};
        std::vector<RowId> rows = std::move(buckets_[day.value]);
        buckets_[day.value] = {};
        sort(rows);
        return rows;
    }

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(buckets_);
    }

  private:
    /// Sort rows and drop those that are there twice.
    static void sort(std::vector<RowId>& rows) {
        std::uint32_t last = 0;
        for (RowId const row : rows) last = std::max(last, row.row);
        std::size_t const words = last / 64 + 1;
        if (words > 8 * rows.size()) {  // few among many
            std::sort(rows.begin(), rows.end());
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
            return;
        }
        std::vector<std::uint64_t> marks(words, 0);
        for (RowId const row : rows) marks[row.row / 64] |= std::uint64_t{1} << (row.row % 64);
        rows.clear();
        for (std::size_t word = 0; word < words; ++word) {
            for (std::uint64_t left = marks[word]; left != 0; left &= left - 1) {
                auto const bit = static_cast<std::uint32_t>(std::countr_zero(left));
                rows.push_back(RowId{static_cast<std::uint32_t>(word) * 64 + bit});
            }
        }
    }

    std::vector<std::vector<RowId>> buckets_;  // by day
};

}  // namespace sim
