#pragma once

#include <algorithm>
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
    /// put down does not matter.
    [[nodiscard]] std::vector<RowId> take(Day day) {
        if (day.value >= buckets_.size()) return {};
        std::vector<RowId> rows = std::move(buckets_[day.value]);
        buckets_[day.value] = {};
        std::sort(rows.begin(), rows.end());
        return rows;
    }

  private:
    std::vector<std::vector<RowId>> buckets_;  // by day
};

}  // namespace sim
