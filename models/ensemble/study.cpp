#include "models/ensemble/study.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/csv_writer.hpp"
#include "sim/config/file_hash.hpp"
#include "sim/config/range.hpp"
#include "sim/ensemble/work.hpp"
#include "sim/io/version.hpp"

namespace models {
namespace {

constexpr std::size_t scenarios_kept = 64;  // more than the threads of most machines

std::vector<ScenarioFamily> load_families(SweepDesign const& design) {
    std::vector<ScenarioFamily> families;
    for (auto const& path : design.scenarios) families.emplace_back(path, design.settings);
    return families;
}

EnsembleSchema schema_of(SweepDesign const& design, std::vector<ScenarioFamily> const& families) {
    std::vector<Scenario const*> scenarios;
    for (auto const& family : families) scenarios.push_back(&family.base());
    return make_schema(design, scenarios);
}

}  // namespace

Study::Study(std::filesystem::path const& file)
    : design_{read_design(file)},
      families_{load_families(design_)},
      manifest_{design_.scenarios.size(), design_.design.size(), design_.draws.size(),
                design_.seeds},
      schema_{schema_of(design_, families_)},
      cache_{std::make_unique<ScenarioCache>(scenarios_kept)} {}

Scenario Study::load(sim::ManifestRow const& row) const {
    try {
        return families_.at(row.scenario).with(design_.settings_of(row.point, row.draw));
    } catch (sim::InputError const& error) {
        std::string const reason = error.what();
        auto const message = [&](std::string const& place, std::string const& key, double value) {
            return place + ": " + key + " = " + sim::shortest_text(value) + " is refused by " +
                   design_.scenarios[row.scenario].string() + " (" + reason + "). Nothing was run.";
        };
        auto const point = design_.design.point(row.point);
        for (std::size_t i = 0; i < point.size(); ++i) {
            auto const& key = design_.parameters[i].key;
            if (reason.find("--set " + key + "=") == std::string::npos) continue;
            throw sim::InputError(message(design_.locations[i], key, point[i]));
        }
        auto const& draws = design_.draws;
        for (std::size_t i = 0; i < draws.keys.size(); ++i) {
            if (reason.find("--set " + draws.keys[i] + "=") == std::string::npos) continue;
            throw sim::InputError(message(draws.locations[row.draw], draws.keys[i],
                                          draws.values[row.draw * draws.keys.size() + i]));
        }
        throw sim::InputError(design_.file.string() + ": point " + std::to_string(row.point) +
                              " is refused by " + design_.scenarios[row.scenario].string() + " (" +
                              reason + "). Nothing was run.");
    }
}

std::shared_ptr<Scenario const> Study::scenario_of(sim::ManifestRow const& row) const {
    auto const key =
        (row.point * manifest_.draws() + row.draw) * manifest_.scenarios() + row.scenario;
    return cache_->get(key, [&] { return load(row); });
}

void Study::check(sim::ShardRows rows, int threads) const {
    // Rows that differ in their seed lie side by side.
    auto const seeds = manifest_.seeds().size();
    std::vector<std::uint64_t> firsts;
    for (auto row = rows.first; row < rows.end; row = (row / seeds + 1) * seeds) {
        firsts.push_back(row);
    }
    sim::run_locally(
        firsts, threads,
        [this](std::uint64_t row) {
            static_cast<void>(load(manifest_.row(row)));
            return std::string{};
        },
        [](std::uint64_t, std::string const&) {}, {});
}

std::string Study::manifest_csv() const {
    std::vector<std::string> columns{"row", "scenario", "point", "draw", "seed"};
    for (auto const& key : design_.keys()) columns.push_back(key);
    sim::CsvWriter csv{columns};
    std::vector<sim::CsvCell> cells;
    for (std::uint64_t i = 0; i < manifest_.size(); ++i) {
        auto const row = manifest_.row(i);
        cells = {i, schema_.scenario_names[row.scenario], row.point, row.draw, row.seed};
        for (double const value : design_.values(row.point, row.draw)) cells.emplace_back(value);
        csv.row(cells);
    }
    return "# Runs of a sweep. Design: sha256 " + sim::sha256_of_text(design_.text) + "\n" +
           csv.take();
}

std::string Study::identity() const {
    auto const build = sim::build_version();
    auto text = "program azalai " + build.version + " " + build.commit + "\n";
    text += "compiler " + build.compiler + " " + build.flags + "\n";
    text += "design sha256 " + sim::sha256_of_text(design_.text) + "\n";
    for (auto const& input : inputs()) text += "input " + input.path + " " + input.sha256 + "\n";
    return text;
}

std::vector<sim::InputFile> Study::inputs() const {
    auto all = design_.inputs;
    std::set<std::string> known;
    for (auto const& input : all) known.insert(input.path);
    for (auto const& family : families_) {
        for (auto const& input : family.base().inputs) {
            auto path = input.path.generic_string();
            if (known.insert(path).second) all.push_back({std::move(path), input.sha256});
        }
    }
    return all;
}

}  // namespace models
