#include "models/facts/clustering.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/facts/statistics.hpp"
#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr std::int32_t columns = 720;  // of PRIO-GRID

using Rows = std::map<std::int32_t, std::size_t>;

// Column c and the one to its east or west, over longitude 180 as well.
std::int32_t beside(std::int32_t gid, std::int32_t rows_up, std::int32_t columns_east) {
    std::int32_t const row = (gid - 1) / columns, column = (gid - 1) % columns;
    return (row + rows_up) * columns + (column + columns_east + columns) % columns + 1;
}

// Sum of f(i, j) over every ordered pair of neighbours.
template <class Function>
void for_neighbours(std::span<std::int32_t const> cells, Rows const& rows, Function const& f) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::int32_t up = -1; up <= 1; ++up) {
            for (std::int32_t east = -1; east <= 1; ++east) {
                if (up == 0 && east == 0) continue;
                auto const found = rows.find(beside(cells[i], up, east));
                if (found != rows.end()) f(i, found->second);
            }
        }
    }
}

Rows rows_of(std::span<std::int32_t const> cells) {
    Rows rows;
    for (auto const cell : cells) rows.emplace(cell, rows.size());
    return rows;
}

// Events of a year, or of all years, in each cell.
std::vector<double> counts(ObservedEvents events, Rows const& rows, std::optional<int> year) {
    std::vector<double> in_cell(rows.size(), 0.0);
    for (auto const& event : events) {
        if (year && sim::year_of(event.date) != *year) continue;
        auto const found = rows.find(priogrid_gid(event.at));
        if (found != rows.end()) in_cell[found->second] += 1.0;
    }
    return in_cell;
}

void add_pattern(FactReport& facts, std::span<std::int32_t const> cells,
                 std::vector<double> const& in_cell, std::string const& suffix) {
    std::vector<double> logs;
    for (auto const count : in_cell) logs.push_back(std::log1p(count));
    auto const active = std::ranges::count_if(in_cell, [](double count) { return count > 0.0; });
    facts.push_back({"active_cells" + suffix, static_cast<double>(active), cells.size()});
    facts.push_back({"moran_events" + suffix, morans_i(cells, logs), cells.size()});
}

}  // namespace

std::optional<double> gini(std::vector<double> values) {
    std::ranges::sort(values);
    auto const n = static_cast<double>(values.size());
    double sum = 0.0, weighted = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        weighted += (2.0 * static_cast<double>(i) + 1.0 - n) * values[i];
    }
    return ratio_of(weighted, n * sum);
}

std::optional<double> morans_i(std::span<std::int32_t const> cells,
                               std::span<double const> values) {
    SIM_EXPECTS(cells.size() == values.size());
    if (cells.empty()) return std::nullopt;
    double const mean = *mean_of(values);
    double squares = 0.0, products = 0.0, pairs = 0.0;
    for (auto const value : values) squares += (value - mean) * (value - mean);
    for_neighbours(cells, rows_of(cells), [&](std::size_t i, std::size_t j) {
        products += (values[i] - mean) * (values[j] - mean);
        pairs += 1.0;
    });
    return ratio_of(static_cast<double>(cells.size()) * products, pairs * squares);
}

FactReport clustering_facts(ObservedEvents events, FactContext const& context) {
    auto const rows = rows_of(context.cells);
    FactReport facts;
    auto const all = counts(events, rows, std::nullopt);
    facts.push_back({"gini_cells_events", gini(all), all.size()});
    add_pattern(facts, context.cells, all, "");
    for (int const year : full_years(context)) {
        add_pattern(facts, context.cells, counts(events, rows, year), "_" + std::to_string(year));
    }
    return facts;
}

}  // namespace models
