#include "models/facts/timing.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "models/facts/statistics.hpp"

namespace models {

namespace {

constexpr std::size_t fewest_gaps = 10;

std::vector<sim::Date> days_of(ObservedEvents events) {
    std::vector<sim::Date> days;
    for (auto const& event : events) days.push_back(event.date);
    return days;
}

void add_gaps(FactReport& facts, std::vector<sim::Date> days, std::string const& suffix) {
    auto const gaps = gaps_of(std::move(days));
    facts.push_back({"gap_burstiness" + suffix, burstiness(gaps), gaps.size()});
    facts.push_back({"gap_memory" + suffix, memory(gaps), gaps.size()});
}

void add_daily(FactReport& facts, ObservedEvents events, FactContext const& context) {
    auto const length = sim::days_between(context.first_day, context.last_day) + 1;
    std::vector<double> counts(static_cast<std::size_t>(std::max<std::int64_t>(length, 0)), 0.0);
    for (auto const& event : events) {
        auto const day = sim::days_between(context.first_day, event.date);
        if (day >= 0 && day < length) counts[static_cast<std::size_t>(day)] += 1.0;
    }
    facts.push_back({"daily_events_mean", mean_of(counts), counts.size()});
    facts.push_back({"daily_events_dispersion", dispersion_of(counts), counts.size()});
    facts.push_back({"daily_events_acf1", autocorrelation(counts, 1), counts.size()});
    facts.push_back({"daily_events_acf7", autocorrelation(counts, 7), counts.size()});
}

struct Monthly {
    std::vector<double> events, deaths, log_deaths, log_changes;
};

Monthly monthly(ObservedEvents events, FactContext const& context) {
    auto const months = months_of(context);
    Monthly series;
    series.events.assign(static_cast<std::size_t>(months.count), 0.0);
    series.deaths = series.events;
    for (auto const& event : events) {
        int const month = month_number(event.date) - months.first;
        if (month < 0 || month >= months.count) continue;
        series.events[static_cast<std::size_t>(month)] += 1.0;
        series.deaths[static_cast<std::size_t>(month)] += event.deaths;
    }
    for (auto const deaths : series.deaths) series.log_deaths.push_back(std::log1p(deaths));
    for (std::size_t i = 1; i < series.log_deaths.size(); ++i) {
        series.log_changes.push_back(series.log_deaths[i] - series.log_deaths[i - 1]);
    }
    return series;
}

void add_monthly(FactReport& facts, ObservedEvents events, FactContext const& context) {
    auto const series = monthly(events, context);
    auto const n = series.events.size();
    auto const variance = variance_of(series.log_changes);
    facts.push_back({"monthly_events_dispersion", dispersion_of(series.events), n});
    facts.push_back({"monthly_events_acf1", autocorrelation(series.events, 1), n});
    facts.push_back({"monthly_deaths_dispersion", dispersion_of(series.deaths), n});
    facts.push_back({"monthly_log_deaths_acf1", autocorrelation(series.log_deaths, 1), n});
    facts.push_back({"monthly_log_deaths_change_sd",
                     variance ? std::optional{std::sqrt(*variance)} : std::nullopt, n});
    facts.push_back({"monthly_log_deaths_change_acf1", autocorrelation(series.log_changes, 1), n});
}

bool is_late_rains(sim::Date date) {
    return sim::month_of(date) == 8 || sim::month_of(date) == 9;
}

void add_season(FactReport& facts, ObservedEvents events, FactContext const& context) {
    double days = 0, rain_days = 0, all = 0, rain = 0, deaths = 0, rain_deaths = 0;
    for (int const year : full_years(context)) {
        auto const first = std::max(context.first_day, sim::make_date(year, 1, 1));
        auto const last = std::min(context.last_day, sim::make_date(year, 12, 31));
        for (auto day = first; day <= last; day += std::chrono::days{1}) {
            days += 1;
            if (is_late_rains(day)) rain_days += 1;
        }
        for (auto const& event : events) {
            if (event.date < first || event.date > last) continue;
            all += 1;
            deaths += event.deaths;
            if (!is_late_rains(event.date)) continue;
            rain += 1;
            rain_deaths += event.deaths;
        }
    }
    auto const n = static_cast<std::size_t>(all);
    facts.push_back({"season_events_aug_sep", ratio_of(rain * days, all * rain_days), n});
    facts.push_back({"season_deaths_aug_sep", ratio_of(rain_deaths * days, deaths * rain_days), n});
}

std::size_t weekday_of(sim::Date date) {
    return std::chrono::weekday{date}.c_encoding();
}

}  // namespace

std::vector<double> gaps_of(std::vector<sim::Date> days) {
    std::ranges::sort(days);
    std::vector<double> gaps;
    for (std::size_t i = 1; i < days.size(); ++i) {
        gaps.push_back(static_cast<double>(sim::days_between(days[i - 1], days[i])));
    }
    return gaps;
}

std::optional<double> burstiness(std::span<double const> gaps) {
    if (gaps.size() < fewest_gaps) return std::nullopt;
    auto const n = static_cast<double>(gaps.size());
    double const mean = *mean_of(gaps);
    double const sd = std::sqrt(*variance_of(gaps) * (n - 1.0) / n);
    return ratio_of(sd - mean, sd + mean);
}

std::optional<double> memory(std::span<double const> gaps) {
    if (gaps.size() < fewest_gaps) return std::nullopt;
    return correlation(gaps.first(gaps.size() - 1), gaps.subspan(1));
}

std::optional<double> weekday_chi2(std::span<sim::Date const> days, FactContext const& context) {
    std::array<double, 7> in_period{}, seen{};
    for (auto day = context.first_day; day <= context.last_day; day += std::chrono::days{1}) {
        in_period[weekday_of(day)] += 1.0;
    }
    double events = 0.0, length = 0.0, chi2 = 0.0;
    for (auto const day : days) {
        seen[weekday_of(day)] += 1.0;
        events += 1.0;
    }
    for (auto const count : in_period) length += count;
    if (length < 7.0 || events == 0.0) return std::nullopt;
    for (std::size_t i = 0; i < 7; ++i) {
        double const expected = events * in_period[i] / length;
        chi2 += (seen[i] - expected) * (seen[i] - expected) / expected;
    }
    return chi2;
}

FactReport timing_facts(ObservedEvents events, FactContext const& context) {
    FactReport facts;
    add_gaps(facts, days_of(events), "");
    for (auto const& region : context.regions) {
        std::vector<sim::Date> days;
        auto const name = folded_name(region);
        for (auto const& event : events) {
            if (folded_name(event.admin1) == name) days.push_back(event.date);
        }
        add_gaps(facts, std::move(days), "_" + name);
    }
    add_daily(facts, events, context);
    add_monthly(facts, events, context);
    std::vector<sim::Date> known;
    for (auto const& event : events) {
        if (event.is_day_known) known.push_back(event.date);
    }
    facts.push_back({"weekday_chi2", weekday_chi2(known, context), known.size()});
    add_season(facts, events, context);
    return facts;
}

}  // namespace models
