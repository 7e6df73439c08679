#include "models/ensemble/comparison.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "models/world/kinds.hpp"
#include "sim/base/check.hpp"
#include "sim/config/range.hpp"

namespace models {
namespace {

constexpr std::array<char const*, 7> quantities{
    "deaths",         "deaths_civilian", "deaths_peacekeeper", "peak_refugees",
    "final_refugees", "peak_idps",       "final_idps"};

/// Values of each quantity by run.
std::map<std::string, std::vector<double>> values_of(sim::ResultReader const& reader) {
    std::map<std::string, std::vector<double>> values;
    auto const deaths = reader.read<std::int32_t>("/summary/deaths");
    for (std::size_t i = 0; i + side_count <= deaths.size(); i += side_count) {
        double sum = 0.0;
        for (std::size_t side = 0; side < side_count; ++side) sum += deaths[i + side];
        values["deaths"].push_back(sum);
        values["deaths_civilian"].push_back(deaths[i + static_cast<std::size_t>(Side::civilian)]);
        values["deaths_peacekeeper"].push_back(
            deaths[i + static_cast<std::size_t>(Side::peacekeeper)]);
    }
    for (auto const* name : {"peak_refugees", "final_refugees", "peak_idps", "final_idps"}) {
        auto const column = reader.read<std::int32_t>(std::string{"/summary/"} + name);
        values[name].assign(column.begin(), column.end());
    }
    return values;
}

/// Which luck a run had.
using Luck = std::tuple<std::int32_t, std::int32_t, std::uint64_t>;

/// Rows of the file by scenario and luck.
std::vector<std::map<Luck, std::size_t>> rows_of(sim::ResultReader const& reader,
                                                 std::size_t scenarios, std::size_t rows) {
    auto const scenario = reader.read<std::int32_t>("/runs/scenario");
    auto const point = reader.read<std::int32_t>("/runs/point");
    auto const draw = reader.read<std::int32_t>("/runs/draw");
    auto const seed = reader.read<std::uint64_t>("/runs/seed");
    std::vector<std::map<Luck, std::size_t>> found(scenarios);
    bool is_whole = scenario.size() == rows && point.size() == rows && draw.size() == rows &&
                    seed.size() == rows;
    for (std::size_t i = 0; is_whole && i < rows; ++i) {
        is_whole = scenario[i] >= 0 && static_cast<std::size_t>(scenario[i]) < scenarios;
        if (is_whole) {
            found[static_cast<std::size_t>(scenario[i])][{point[i], draw[i], seed[i]}] = i;
        }
    }
    sim::require(is_whole, reader.path() + ": /runs does not fit /summary. The file is damaged.");
    return found;
}

std::string interval_text(sim::MeanInterval const& interval) {
    if (std::isinf(interval.half_width)) return fmt::format("{:.1f}", interval.mean);
    return fmt::format("{:.1f} [{:.1f}, {:.1f}]", interval.mean, interval.low(), interval.high());
}

}  // namespace

std::vector<std::string> compared_quantities() {
    return {quantities.begin(), quantities.end()};
}

std::vector<ScenarioComparison> compare_scenarios(sim::ResultReader const& reader,
                                                  double precision) {
    auto const names = reader.read_text("/scenarios/name");
    auto const values = values_of(reader);
    auto const rows = rows_of(reader, names.size(), values.at("deaths").size());
    std::vector<ScenarioComparison> result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        ScenarioComparison one{.scenario = names[i], .runs = rows[i].size()};
        for (auto const* name : quantities) {
            auto const& column = values.at(name);
            std::vector<double> base, mine, base_paired, mine_paired;
            for (auto const& [luck, row] : rows[0]) base.push_back(column[row]);
            for (auto const& [luck, row] : rows[i]) {
                mine.push_back(column[row]);
                auto const partner = rows[0].find(luck);
                if (partner == rows[0].end()) continue;
                base_paired.push_back(column[partner->second]);
                mine_paired.push_back(column[row]);
            }
            one.pairs = i == 0 ? 0 : mine_paired.size();
            QuantityComparison quantity{.quantity = name,
                                        .baseline = sim::mean_interval(base),
                                        .scenario = sim::mean_interval(mine)};
            quantity.wanted_half_width = precision * std::abs(quantity.baseline.mean);
            if (i > 0) quantity.paired = sim::paired_difference(base_paired, mine_paired);
            quantity.pairs_needed =
                sim::values_needed(i == 0 ? quantity.baseline : quantity.paired.difference,
                                   quantity.wanted_half_width);
            one.quantities.push_back(std::move(quantity));
        }
        result.push_back(std::move(one));
    }
    return result;
}

std::string comparison_text(std::vector<ScenarioComparison> const& scenarios, double precision) {
    std::string text = "Means and paired differences with 90 % intervals by Student's t.\n";
    text += fmt::format(
        "\"needed\": runs, or pairs, for a half-width of {} % of the baseline's "
        "mean.\n",
        sim::shortest_text(100.0 * precision));
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        auto const& one = scenarios[i];
        if (i == 0) {
            text += fmt::format("\n{}, the baseline ({} runs)\n  {:<20} {:<32} {:>8}\n",
                                one.scenario, one.runs, "", "mean", "needed");
        } else {
            text += fmt::format("\n{} minus {} ({} pairs)\n  {:<20} {:<32} {:>8}  {}\n",
                                one.scenario, scenarios[0].scenario, one.pairs, "", "difference",
                                "needed", "variance saved by pairing");
        }
        for (auto const& quantity : one.quantities) {
            auto const needed =
                quantity.pairs_needed ? std::to_string(*quantity.pairs_needed) : std::string{"-"};
            auto const& shown = i == 0 ? quantity.baseline : quantity.paired.difference;
            auto line = fmt::format("  {:<20} {:<32} {:>8}", quantity.quantity,
                                    interval_text(shown), needed);
            if (i > 0 && quantity.paired.variance_ratio) {
                line += fmt::format("  {:.2f} x", *quantity.paired.variance_ratio);
            }
            text += line + "\n";
        }
    }
    return text;
}

}  // namespace models
