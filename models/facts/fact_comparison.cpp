#include "models/facts/fact_comparison.hpp"

#include <algorithm>
#include <map>

#include "models/facts/statistics.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr double same_period = 0.8;

double days_shared(FactTarget const& target, FactContext const& context) noexcept {
    auto const from = std::max(target.start, context.first_day);
    auto const to = std::min(target.end, context.last_day);
    return static_cast<double>(std::max<std::int64_t>(sim::days_between(from, to) + 1, 0));
}

// Days in common over the days of both periods: 0 to 1; less than 0 the further apart they are.
double nearness(FactTarget const& target, FactContext const& context) noexcept {
    double const shared = days_shared(target, context);
    if (shared == 0.0) {
        auto const gap = std::max(sim::days_between(target.end, context.first_day),
                                  sim::days_between(context.last_day, target.start));
        return -static_cast<double>(gap);
    }
    auto const both = sim::days_between(std::min(target.start, context.first_day),
                                        std::max(target.end, context.last_day)) +
                      1;
    return shared / static_cast<double>(both);
}

// A key that ends in a year is of that year, however long the run.
FactPeriod period_of(FactTarget const& target, FactContext const& context) noexcept {
    if (days_shared(target, context) == 0.0) return FactPeriod::other;
    if (has_year(target.key)) return FactPeriod::same;
    return nearness(target, context) >= same_period ? FactPeriod::same : FactPeriod::partial;
}

Fact const* find(FactReport const& report, std::string const& key) {
    auto const found = std::ranges::find(report, key, &Fact::key);
    return found == report.end() ? nullptr : &*found;
}

FactMark mark_of(FactTarget const& target, std::optional<double> value) noexcept {
    if (!value) return FactMark::not_computed;
    return target.holds(*value) ? FactMark::inside : FactMark::outside;
}

FactComparison compare(std::string const& key, std::vector<FactReport> const& runs,
                       std::optional<FactReport> const& observed) {
    FactComparison fact;
    fact.key = key;
    std::vector<double> values, counts;
    for (auto const& run : runs) {
        auto const* one = find(run, key);
        if (one == nullptr) continue;
        counts.push_back(static_cast<double>(one->n));
        if (one->value) values.push_back(*one->value);
    }
    fact.simulated = spread_of(values);
    fact.events = quantile_of(counts, 0.5).value_or(0.0);
    if (observed) {
        if (auto const* one = find(*observed, key)) fact.observed = *one;
    }
    return fact;
}

void judge(FactComparison& fact, FactTarget const& target, FactContext const& context) {
    fact.target = &target;
    fact.period = period_of(target, context);
    fact.mark =
        mark_of(target, fact.simulated ? std::optional{fact.simulated->median} : std::nullopt);
    if (fact.observed) fact.observed_mark = mark_of(target, fact.observed->value);
}

}  // namespace

std::optional<Spread> spread_of(std::vector<double> const& values) {
    if (values.empty()) return std::nullopt;
    return Spread{.median = *quantile_of(values, 0.5),
                  .low = *quantile_of(values, 0.05),
                  .high = *quantile_of(values, 0.95),
                  .runs = values.size()};
}

std::vector<FactComparison> compare_facts(std::vector<FactTarget> const& rows,
                                          std::vector<FactReport> const& runs,
                                          std::optional<FactReport> const& observed,
                                          FactContext const& context) {
    SIM_EXPECTS(!runs.empty());
    std::vector<FactComparison> facts;
    if (rows.empty()) {
        for (auto const& fact : runs.front()) facts.push_back(compare(fact.key, runs, observed));
        return facts;
    }
    std::map<std::string, FactTarget const*> nearest;
    for (auto const& row : rows) {
        auto const [at, is_new] = nearest.emplace(row.key, &row);
        if (!is_new && nearness(row, context) > nearness(*at->second, context)) at->second = &row;
    }
    for (auto const& row : rows) {
        if (nearest.at(row.key) != &row || find(runs.front(), row.key) == nullptr) continue;
        facts.push_back(compare(row.key, runs, observed));
        judge(facts.back(), row, context);
    }
    return facts;
}

FactTally tally_of(std::vector<FactComparison> const& facts, FactPeriod period) noexcept {
    FactTally tally;
    for (auto const& fact : facts) {
        if (fact.target == nullptr || fact.period != period) continue;
        if (fact.mark == FactMark::inside) {
            ++tally.inside;
        } else if (fact.mark == FactMark::outside) {
            ++tally.outside;
        } else {
            ++tally.not_computed;
        }
    }
    return tally;
}

}  // namespace models
