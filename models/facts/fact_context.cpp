#include "models/facts/fact_context.hpp"

#include <algorithm>
#include <map>

namespace models {

namespace {

constexpr std::int64_t days_of_full_year = 330;
constexpr std::int64_t days_of_full_month = 15;

// Days of the period between two dates, both included.
std::int64_t days_within(FactContext const& context, sim::Date first, sim::Date last) {
    auto const days =
        sim::days_between(std::max(first, context.first_day), std::min(last, context.last_day));
    return std::max<std::int64_t>(days + 1, 0);
}

sim::Date month_start(int month) {
    return sim::make_date(month / 12, static_cast<unsigned>(month % 12) + 1, 1);
}

}  // namespace

std::vector<int> full_years(FactContext const& context) {
    std::vector<int> years;
    for (int year = sim::year_of(context.first_day); year <= sim::year_of(context.last_day);
         ++year) {
        auto const days =
            days_within(context, sim::make_date(year, 1, 1), sim::make_date(year, 12, 31));
        if (days >= days_of_full_year) years.push_back(year);
    }
    return years;
}

int month_number(sim::Date date) noexcept {
    return sim::year_of(date) * 12 + static_cast<int>(sim::month_of(date)) - 1;
}

MonthRange months_of(FactContext const& context) {
    int first = month_number(context.first_day), last = month_number(context.last_day);
    auto const is_full = [&context](int month) {
        auto const end = month_start(month + 1) - std::chrono::days{1};
        return days_within(context, month_start(month), end) >= days_of_full_month;
    };
    if (!is_full(first)) ++first;
    if (last >= first && !is_full(last)) --last;
    return {first, std::max(last - first + 1, 0)};
}

UnitMonths unit_months(ObservedEvents events, FactContext const& context) {
    auto const months = months_of(context);
    std::vector<double> const none(static_cast<std::size_t>(months.count), 0.0);
    UnitMonths tables{.events = CountTable(context.units.size(), none),
                      .deaths = CountTable(context.units.size(), none)};
    std::map<std::string, std::size_t> rows;
    for (auto const& unit : context.units) rows.emplace(folded_name(unit), rows.size());
    for (auto const& event : events) {
        auto const row = rows.find(folded_name(event.admin2));
        int const month = month_number(event.date) - months.first;
        if (row == rows.end() || month < 0 || month >= months.count) continue;
        tables.events[row->second][static_cast<std::size_t>(month)] += 1.0;
        tables.deaths[row->second][static_cast<std::size_t>(month)] += event.deaths;
    }
    return tables;
}

}  // namespace models
