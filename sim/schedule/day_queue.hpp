#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/base/bits.hpp"
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
        if (words_for(last) > 8 * rows.size()) {  // few among many
            std::sort(rows.begin(), rows.end());
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
            return;
        }
        std::vector<std::uint64_t> marks(words_for(last), 0);
        for (RowId const row : rows) set_bit(marks, row.row);
        rows.clear();
        for_each_bit(marks, [&](std::uint32_t row) { rows.push_back(RowId{row}); });
    }

    std::vector<std::vector<RowId>> buckets_;  // by day
};

}  // namespace sim
