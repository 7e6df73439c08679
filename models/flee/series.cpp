#include "models/flee/series.hpp"

#include <algorithm>

#include "sim/base/check.hpp"

namespace models::flee {

namespace {

bool is_header(CsvRow const& row) {
    auto const first = row.cell(0);
    return first.empty() || first == "Date" || first == "DateTime";
}

}  // namespace

Series Series::load(std::filesystem::path const& path, sim::Date start, std::int64_t hasten) {
    Series series;
    auto const rows = load_csv(path);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const& row = rows[i];
        if (row.is_comment() || (i == 0 && is_header(row)) || row.cell(1).empty()) continue;
        auto const day = sim::days_between(start, row.date(0, "date"));
        auto const people =
            row.integer(1, "refugees", {.minimum = 0, .maximum = 100'000'000, .unit = "people"});
        if (!series.points_.empty() && day < series.points_.back().day) {
            row.error(0, "date", "(before the date above). Sort the rows by date.");
        }
        series.points_.push_back({day, static_cast<double>(people) / static_cast<double>(hasten)});
    }
    sim::require(!series.points_.empty(), path.string() + " has no count. Add 'date,people' rows.");
    return series;
}

Series Series::plus(Series const& other) const {
    std::vector<std::int64_t> days;
    for (auto const& point : points_) days.push_back(point.day);
    for (auto const& point : other.points_) days.push_back(point.day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    Series sum;
    for (auto const day : days) sum.points_.push_back({day, at(day) + other.at(day)});
    return sum;
}

void Series::correct(CsvRow const& row, sim::Date start) {
    auto const day = sim::days_between(start, row.date(1, "date"));
    if (day < 0) return;
    auto const found = std::find_if(points_.begin(), points_.end(),
                                    [day](Point const& point) { return point.day == day; });
    if (found == points_.end()) {
        row.error(1, "date", "(not a date of that camp's file). Use one of its dates.");
    }
    if (found == points_.begin()) return;
    auto const last = (found - 1)->agents;
    if (last <= 0.0) row.error(1, "date", "(the count before it is 0). Remove the correction.");
    auto const ratio = found->agents / last;
    for (auto point = points_.begin(); point != found; ++point) point->agents *= ratio;
}

double Series::at(std::int64_t day) const noexcept {
    if (day <= points_.front().day) return points_.front().agents;
    auto const next = std::find_if(points_.begin() + 1, points_.end(),
                                   [day](Point const& point) { return day < point.day; });
    auto const& before = *(next - 1);
    if (next == points_.end()) return before.agents;
    auto const share =
        static_cast<double>(day - before.day) / static_cast<double>(next->day - before.day);
    return before.agents + share * (next->agents - before.agents);
}

std::int32_t Series::on(std::int64_t day) const noexcept {
    return static_cast<std::int32_t>(at(day));
}

}  // namespace models::flee
