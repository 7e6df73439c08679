#include "models/facts/places.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "models/facts/statistics.hpp"

namespace models {

namespace {

constexpr std::size_t fewest_units = 5;

void add_table(FactReport& facts, CountTable const& table, std::string const& name) {
    std::size_t cells = 0;
    for (auto const& row : table) cells += row.size();
    auto const lasting = persistence(table);
    auto const spread = taylor(table);
    facts.push_back({"zero_share_" + name, zero_share(table), cells});
    facts.push_back({"persistence_" + name + "_active", lasting.after_active, lasting.n_active});
    facts.push_back({"persistence_" + name + "_quiet", lasting.after_quiet, lasting.n_quiet});
    facts.push_back({"taylor_" + name, spread.exponent, spread.n});
}

void add_urban(FactReport& facts, ObservedEvents events, FactContext const& context) {
    for (int const year : full_years(context)) {
        double all = 0.0, urban = 0.0;
        for (auto const& event : events) {
            if (sim::year_of(event.date) != year) continue;
            all += 1.0;
            if (event.is_in_capital()) urban += 1.0;
        }
        facts.push_back({"urban_share_" + std::to_string(year), ratio_of(urban, all),
                         static_cast<std::size_t>(all)});
    }
}

}  // namespace

std::optional<double> zero_share(CountTable const& table) {
    double zero = 0.0, all = 0.0;
    for (auto const& row : table) {
        for (auto const count : row) {
            all += 1.0;
            if (count == 0.0) zero += 1.0;
        }
    }
    return ratio_of(zero, all);
}

Persistence persistence(CountTable const& table) {
    double active = 0.0, quiet = 0.0, active_again = 0.0, active_anew = 0.0;
    for (auto const& row : table) {
        for (std::size_t month = 1; month < row.size(); ++month) {
            double const next = row[month] > 0.0 ? 1.0 : 0.0;
            if (row[month - 1] > 0.0) {
                active += 1.0;
                active_again += next;
            } else {
                quiet += 1.0;
                active_anew += next;
            }
        }
    }
    return {.after_active = ratio_of(active_again, active),
            .after_quiet = ratio_of(active_anew, quiet),
            .n_active = static_cast<std::size_t>(active),
            .n_quiet = static_cast<std::size_t>(quiet)};
}

Taylor taylor(CountTable const& table) {
    std::vector<double> log_mean, log_variance;
    for (auto const& row : table) {
        auto const mean = mean_of(row), variance = variance_of(row);
        if (!mean || !variance || *mean <= 0.0 || *variance <= 0.0) continue;
        log_mean.push_back(std::log(*mean));
        log_variance.push_back(std::log(*variance));
    }
    Taylor fit{.exponent = std::nullopt, .n = log_mean.size()};
    if (fit.n >= fewest_units) fit.exponent = slope_of(log_mean, log_variance);
    return fit;
}

std::optional<double> top_share(CountTable const& table, std::size_t units) {
    std::vector<double> sums;
    for (auto const& row : table) sums.push_back(std::accumulate(row.begin(), row.end(), 0.0));
    std::ranges::sort(sums, std::greater{});
    double const all = std::accumulate(sums.begin(), sums.end(), 0.0);
    sums.resize(std::min(units, sums.size()));
    return ratio_of(std::accumulate(sums.begin(), sums.end(), 0.0), all);
}

FactReport place_facts(ObservedEvents events, FactContext const& context) {
    auto const tables = unit_months(events, context);
    FactReport facts;
    add_table(facts, tables.events, "events");
    add_table(facts, tables.deaths, "deaths");
    for (std::size_t const top : {5U, 10U}) {
        facts.push_back({"top" + std::to_string(top) + "_units_deaths",
                         top_share(tables.deaths, top), context.units.size()});
    }
    add_urban(facts, events, context);
    return facts;
}

}  // namespace models
