#include "models/ensemble/run_summary.hpp"

#include <algorithm>
#include <limits>

#include "sim/base/check.hpp"

namespace models {
namespace {

int month_number(sim::Date date) noexcept {
    std::chrono::year_month_day const day{date};
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month()));
}

void add_days(Scenario const& scenario, RunHistory const& history, RunSummary& summary) {
    auto const& days = history.days();
    for (std::uint32_t i = 0; i < days.size(); ++i) {
        auto const& day = days[i];
        auto const month =
            months_between(scenario.first_day, scenario.first_day + std::chrono::days{i});
        auto& here = summary.months.at(month);
        for (std::size_t side = 0; side < side_count; ++side) {
            here.deaths[side] += day.deaths[side];
            summary.deaths[side] += day.deaths[side];
        }
        for (std::size_t kind = 0; kind < event_kind_count; ++kind) {
            here.events[kind] += day.events[kind];
        }
        here.idps = day.idps;
        std::ranges::fill(here.refugees, 0U);
        auto const refugees = history.refugees(sim::Day{i});
        for (std::size_t place = 0; place < refugees.size(); ++place) {
            auto const country = history.map().places.country[history.abroad()[place].row];
            here.refugees[country.row] += refugees[place];
        }
        summary.wounded += day.wounded;
        summary.violent_events += day.violent_events;
        summary.peak_idps = std::max(summary.peak_idps, day.idps);
        summary.peak_refugees = std::max(summary.peak_refugees, day.refugees);
        summary.final_idps = day.idps;
        summary.final_refugees = day.refugees;
    }
}

void add_agreements(Scenario const& scenario, std::vector<AgreementRecord> const& agreements,
                    RunSummary& summary) {
    for (auto const& agreement : agreements) {
        if (agreement.begins.value >= summary.days) continue;
        ++summary.agreements;
        summary.agreement_days += agreement.days;
        if (agreement.is_in_force) ++summary.agreements_in_force;
        auto const end =
            agreement.is_in_force ? summary.days + 1 : agreement.begins.value + agreement.days;
        for (std::uint32_t day = 0, month = 0; month < summary.months.size(); ++month) {
            // The last simulated day of the month.
            while (day + 1 < summary.days &&
                   months_between(scenario.first_day,
                                  scenario.first_day + std::chrono::days{day + 1}) <= month) {
                ++day;
            }
            if (agreement.begins.value <= day && day < end) ++summary.months[month].agreements;
        }
    }
}

}  // namespace

std::uint32_t months_between(sim::Date first, sim::Date later) noexcept {
    return static_cast<std::uint32_t>(month_number(later) - month_number(first));
}

std::vector<DocumentedFigure const*> compared_figures(Scenario const& scenario) {
    std::vector<DocumentedFigure const*> figures;
    for (auto const& figure : scenario.figures) {
        if (is_compared(figure)) figures.push_back(&figure);
    }
    return figures;
}

ReportCounter::ReportCounter(Scenario const& scenario)
    : first_day_{scenario.first_day},
      last_day_{scenario.days() - 1},
      months_{months_between(scenario.first_day, scenario.last_day) + std::size_t{1}},
      cercles_{scenario.map->cercles.size()},
      month_of_(scenario.days()),
      counts_(months_ * (cercles_ + 1) * acled_type_count) {
    for (std::uint32_t day = 0; day < month_of_.size(); ++day) {
        month_of_[day] = static_cast<std::uint16_t>(
            months_between(first_day_, first_day_ + std::chrono::days{day}));
    }
}

void ReportCounter::observe(World const& world) {
    auto const& cells = world.map->cells;
    for (auto const& report : world.reports.acled) {
        auto const cell = report.where.cell.row;
        bool const counts =
            report.when.day.value <= last_day_ && world.map->is_home(cells.country[cell]);
        if (!counts) continue;
        auto const cercle = std::min<std::size_t>(cells.cercle[cell], cercles_);
        auto const type = static_cast<std::size_t>(event_type_of(report.sub_event));
        auto& count = counts_[(month_of_[report.when.day.value] * (cercles_ + 1) + cercle) *
                                  acled_type_count +
                              type];
        ++count.events;
        count.deaths += report.fatalities;
    }
}

void ReportCounter::put(RunSummary& summary) const {
    std::size_t row = 0;
    for (std::size_t month = 0; month < months_; ++month) {
        for (std::size_t cercle = 0; cercle <= cercles_; ++cercle) {
            for (std::size_t type = 0; type < acled_type_count; ++type, ++row) {
                auto const& count = counts_[row];
                if (count.events == 0) continue;
                summary.months.at(month).acled_events[type] += count.events;
                summary.months.at(month).acled_deaths[type] += count.deaths;
                if (cercle == cercles_) continue;
                summary.reports.push_back({.month = static_cast<std::uint16_t>(month),
                                           .cercle = static_cast<std::uint16_t>(cercle),
                                           .type = static_cast<std::uint8_t>(type),
                                           .events = count.events,
                                           .deaths = count.deaths});
            }
        }
    }
}

RunSummary summarise(Scenario const& scenario, RunHistory const& history,
                     std::vector<AgreementRecord> const& agreements, ReportCounter const& reports,
                     bool with_figures) {
    RunSummary summary;
    summary.days = static_cast<std::uint32_t>(history.days().size());
    auto const months = months_between(scenario.first_day, scenario.last_day) + 1;
    summary.months.resize(months);
    for (auto& month : summary.months) month.refugees.resize(scenario.map->countries.size());
    add_days(scenario, history, summary);
    add_agreements(scenario, agreements, summary);
    reports.put(summary);
    if (!with_figures) return summary;
    RunOutcome const outcome{history, agreements, scenario.map->countries, scenario.registrations};
    for (auto const* figure : compared_figures(scenario)) {
        auto const value = simulated(*figure, outcome);
        summary.figures.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    return summary;
}

}  // namespace models
