#include "models/scoring/spatial_scores.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr std::int32_t priogrid_columns = 720;

double sum_of(std::span<double const> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

std::vector<double> log1p_of(std::span<double const> values) {
    std::vector<double> logs(values.size());
    std::ranges::transform(values, logs.begin(), [](double value) { return std::log1p(value); });
    return logs;
}

// Rows of the heaviest units, ascending.
std::vector<std::size_t> heaviest(std::span<double const> values) {
    std::vector<std::size_t> rows(values.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::erase_if(rows, [values](std::size_t row) { return values[row] <= 0.0; });
    std::ranges::stable_sort(
        rows, [values](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    rows.resize(std::min(rows.size(), top_units));
    std::ranges::sort(rows);
    return rows;
}

// One term of the divergence of p from the middle.
double divergence_term(double p, double middle) {
    return p > 0.0 ? p * std::log2(p / middle) : 0.0;
}

}  // namespace

std::vector<UnitPair> queen_neighbours(std::span<std::int32_t const> gids) {
    SIM_EXPECTS(std::ranges::is_sorted(gids));
    std::vector<UnitPair> pairs;
    auto const add = [&](std::size_t row, std::int32_t gid) {
        auto const found = std::ranges::lower_bound(gids, gid);
        if (found == gids.end() || *found != gid) return;
        pairs.push_back({.first = static_cast<std::uint32_t>(row),
                         .second = static_cast<std::uint32_t>(found - gids.begin())});
    };
    for (std::size_t row = 0; row < gids.size(); ++row) {
        auto const gid = gids[row];
        bool const is_westernmost = (gid - 1) % priogrid_columns == 0;
        bool const is_easternmost = gid % priogrid_columns == 0;
        if (!is_easternmost) add(row, gid + 1);
        if (!is_westernmost) add(row, gid + priogrid_columns - 1);
        add(row, gid + priogrid_columns);
        if (!is_easternmost) add(row, gid + priogrid_columns + 1);
    }
    return pairs;
}

std::optional<double> morans_i(std::span<double const> values, std::span<UnitPair const> pairs) {
    if (values.empty() || pairs.empty()) return std::nullopt;
    if (std::ranges::all_of(values, [&](double value) { return value == values[0]; })) {
        return std::nullopt;
    }
    auto const n = static_cast<double>(values.size());
    double const mean = sum_of(values) / n;
    double squares = 0.0;
    for (double const value : values) squares += (value - mean) * (value - mean);
    double products = 0.0;
    for (auto const& pair : pairs) {
        products += (values[pair.first] - mean) * (values[pair.second] - mean);
    }
    return n / static_cast<double>(pairs.size()) * products / squares;
}

std::optional<double> moran_difference(std::span<double const> simulated,
                                       std::span<double const> observed,
                                       std::span<UnitPair const> pairs) {
    auto const in_simulation = morans_i(log1p_of(simulated), pairs);
    auto const in_observation = morans_i(log1p_of(observed), pairs);
    if (!in_simulation || !in_observation) return std::nullopt;
    return *in_simulation - *in_observation;
}

std::optional<double> top_overlap(std::span<double const> simulated,
                                  std::span<double const> observed) {
    SIM_EXPECTS(simulated.size() == observed.size());
    auto const wanted = heaviest(observed);
    if (wanted.empty() || observed.size() <= top_units) return std::nullopt;
    auto const found = heaviest(simulated);
    auto const both = std::ranges::count_if(
        wanted, [&](std::size_t row) { return std::ranges::binary_search(found, row); });
    return static_cast<double>(both) / static_cast<double>(wanted.size());
}

std::optional<double> jensen_shannon_distance(std::span<double const> simulated,
                                              std::span<double const> observed) {
    SIM_EXPECTS(simulated.size() == observed.size());
    double const all_simulated = sum_of(simulated);
    double const all_observed = sum_of(observed);
    if (all_simulated <= 0.0 || all_observed <= 0.0) return std::nullopt;
    double divergence = 0.0;
    for (std::size_t row = 0; row < simulated.size(); ++row) {
        double const p = simulated[row] / all_simulated;
        double const q = observed[row] / all_observed;
        double const middle = 0.5 * (p + q);
        divergence += 0.5 * (divergence_term(p, middle) + divergence_term(q, middle));
    }
    return std::sqrt(std::clamp(divergence, 0.0, 1.0));
}

std::optional<double> bias_ratio(std::span<double const> simulated,
                                 std::span<double const> observed) {
    double const all_observed = sum_of(observed);
    if (all_observed <= 0.0) return std::nullopt;
    return sum_of(simulated) / all_observed;
}

}  // namespace models
