#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "models/flee/csv_rows.hpp"
#include "sim/base/calendar.hpp"

/// \file models/flee/series.hpp
/// Counts of refugees at dates, and what they are on the days between.

namespace models::flee {

/// Counts at dates, in agents, in order of date.
class Series {
  public:
    Series() = default;

    /// Read one file: `date,people`. The first row may be a header; rows without people are
    /// skipped. \param hasten  People that an agent stands for. \throws InputError with file, line
    /// and column; also if dates go back.
    [[nodiscard]] static Series load(std::filesystem::path const& path, sim::Date start,
                                     std::int64_t hasten);

    /// Sum of two series, each interpolated by itself.
    [[nodiscard]] Series plus(Series const& other) const;

    /// Take the counts before a date to have been estimates: scale them so that they meet that of
    /// the date. A date before the start does nothing.
    /// \throws InputError by \p row if no count has that date, or the one before is 0.
    void correct(CsvRow const& row, sim::Date start);

    /// Count on a day of the run, rounded down: linear between dates, the first and last outside.
    [[nodiscard]] std::int32_t on(std::int64_t day) const noexcept;

  private:
    struct Point {
        std::int64_t day;  // since the start of the run
        double agents;
    };

    [[nodiscard]] double at(std::int64_t day) const noexcept;

    std::vector<Point> points_;
};

}  // namespace models::flee
