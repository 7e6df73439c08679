#include "models/recorders/report_history.hpp"

#include "models/reporting/active_dyads.hpp"

namespace models {

namespace {

bool contains(DayRange range, sim::Day day) noexcept {
    return range.first <= day && day <= range.last;
}

bool is_home(World const& world, sim::CellId cell) noexcept {
    return world.map->is_home(world.map->cells.country[cell.row]);
}

}  // namespace

void ReportHistory::observe(World const& world) {
    auto const& reports = world.reports;
    is_kept_ = is_kept_ || reports.are_kept;
    for (auto const& report : reports.acled) {
        bool const counts =
            is_political_violence(report.sub_event) && is_home(world, report.where.cell);
        if (counts) acled_.push_back({report.when.day, report.fatalities});
    }
    for (auto const& report : reports.ucdp) {
        if (is_home(world, report.where.cell)) ucdp_.push_back(report);
    }
    for (auto const& report : reports.headlines) {
        if (is_home(world, report.cell)) headlines_.push_back(report);
    }
}

std::uint64_t ReportHistory::acled_deaths(DayRange range) const noexcept {
    std::uint64_t sum = 0;
    for (auto const& event : acled_) {
        if (contains(range, event.day)) sum += event.deaths;
    }
    return sum;
}

std::uint64_t ReportHistory::acled_events(DayRange range) const noexcept {
    std::uint64_t sum = 0;
    for (auto const& event : acled_) sum += contains(range, event.day) ? 1 : 0;
    return sum;
}

std::uint64_t ReportHistory::ucdp_deaths(DayRange range,
                                         std::optional<UcdpViolence> violence) const {
    auto const is_listed = listed_by_ucdp(ucdp_, first_day_);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < ucdp_.size(); ++i) {
        auto const& report = ucdp_[i];
        if (is_listed[i] == 0 || !contains(range, report.when.day)) continue;
        if (!violence || report.violence == *violence) sum += report.best;
    }
    return sum;
}

std::array<std::uint64_t, side_count> ReportHistory::headline_deaths(
    DayRange range) const noexcept {
    std::array<std::uint64_t, side_count> sums{};
    for (auto const& report : headlines_) {
        if (!contains(range, report.day)) continue;
        for (std::size_t side = 0; side < side_count; ++side) sums[side] += report.deaths[side];
    }
    return sums;
}

std::uint64_t ReportHistory::headline_wounded(DayRange range) const noexcept {
    std::uint64_t sum = 0;
    for (auto const& report : headlines_) {
        if (contains(range, report.day)) sum += report.wounded;
    }
    return sum;
}

}  // namespace models
