#include "models/ensemble/design_file.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/file_hash.hpp"
#include "sim/config/toml_file.hpp"

namespace models {
namespace {

constexpr std::int64_t most_points = 10'000'000;  // our choice; more is a slip of the keyboard
constexpr sim::IntegerRange seed_range{.minimum = 0};

enum class Method { list, grid, latin_hypercube, sobol, sobol_sequence };
constexpr std::array<std::string_view, 5> method_names{"list", "grid", "latin-hypercube", "sobol",
                                                       "sobol-sequence"};

bool uses_values(Method method) {
    return method == Method::list || method == Method::grid;
}

std::vector<double> evenly(sim::DesignParameter const& parameter, std::int64_t steps) {
    std::vector<double> values;
    for (std::int64_t i = 0; i < steps; ++i) {
        double const share = static_cast<double>(i) / static_cast<double>(steps - 1);
        auto exact = parameter;
        exact.is_whole = false;
        values.push_back(sim::value_at(exact, share));
    }
    return values;
}

/// Values, or a range and how it is filled.
sim::DesignParameter read_parameter(sim::TomlTable const& section, std::string const& key,
                                    Method method) {
    sim::DesignParameter parameter{.key = key};
    if (auto values = section.numbers_if("values")) {
        if (!uses_values(method)) {
            section.error("values",
                          "(the design needs min and max). Give them, or use a list or "
                          "a grid.");
        }
        if (values->empty()) section.error("values", "(is empty). Give at least one value.");
        parameter.values = std::move(*values);
        return parameter;
    }
    parameter.low = section.number("min");
    parameter.high = section.number("max");
    if (parameter.high < parameter.low) section.error("max", "(is below min). Exchange the two.");
    parameter.scale = static_cast<sim::Scale>(section.choice_or("scale", 0, {"linear", "log"}));
    if (parameter.scale == sim::Scale::log && parameter.low <= 0.0) {
        section.error("min", "(must be > 0 on a log scale). Use scale = \"linear\".");
    }
    parameter.is_whole = section.boolean_or("whole", false);
    if (method == Method::list) {
        section.error("min", "(a list has explicit values). Write values = [...], or use a grid.");
    }
    if (method == Method::grid) {
        parameter.values = evenly(parameter, section.integer("steps", {.minimum = 2}));
    }
    return parameter;
}

void read_parameters(sim::TomlTable const& root, Method method, SweepDesign& sweep) {
    auto const section = root.table_if("parameters");
    if (!section) return;
    for (auto const& key : section->keys()) {
        bool const is_nested = section->is_section(key) && key.find('.') == std::string::npos;
        if (is_nested) {
            section->error(key, "(is no setting). Write the whole key in quotes: \"" + key +
                                    ".KEY\" = {...}.");
        }
        sweep.locations.push_back(section->location(key));
        sweep.parameters.push_back(read_parameter(section->table(key), key, method));
    }
}

void make_design(sim::TomlTable const& root, SweepDesign& sweep) {
    auto const section = root.table_if("design");
    auto const method =
        section ? static_cast<Method>(section->choice("method", method_names)) : Method::list;
    read_parameters(root, method, sweep);
    auto const& parameters = sweep.parameters;
    sim::require(!section || !parameters.empty(),
                 root.location("design") + ": design has no [parameters]. Add them, or remove it.");
    if (!section && !parameters.empty()) {
        root.error("parameters", "(there is no [design]). Add one with its method.");
    }
    if (uses_values(method)) {
        std::size_t points = 1;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            auto const size = parameters[i].values.size();
            sim::require(method == Method::grid || size == parameters.front().values.size(),
                         sweep.locations[i] + ": " + parameters[i].key + " has " +
                             std::to_string(size) + " values, " + parameters.front().key + " has " +
                             std::to_string(parameters.front().values.size()) +
                             " (a list takes them together). Give as many.");
            points = method == Method::grid ? points * size : size;
            sim::require(
                points <= static_cast<std::size_t>(most_points),
                sweep.locations[i] + ": a grid of more than 10,000,000 points. Use fewer.");
        }
        sweep.design =
            method == Method::grid ? sim::grid_design(parameters) : sim::list_design(parameters);
        return;
    }
    auto const points = static_cast<std::uint32_t>(
        section->integer("points", {.minimum = 1, .maximum = most_points}));
    std::optional<sim::Seed> seed;
    if (auto const number = section->integer_if("seed", seed_range)) {
        seed = sim::Seed{static_cast<std::uint64_t>(*number)};
    }
    if (method == Method::latin_hypercube) {
        sweep.design = sim::latin_hypercube(parameters, points, seed.value_or(sim::Seed{1}));
        return;
    }
    if (parameters.size() > 1800) {
        root.error("parameters", "(more than 1800, the limit of Sobol's sequence). Use fewer.");
    }
    sweep.design = method == Method::sobol ? sim::saltelli_design(parameters, points, seed)
                                           : sim::sobol_design(parameters, points, seed);
}

void read_draws(sim::TomlTable const& root, SweepDesign& sweep) {
    auto const file = root.path_if("posterior");
    auto const most = root.integer_if("draws", {.minimum = 1});
    if (!file) {
        if (most) root.error("draws", "(there is no posterior to take them from). Remove it.");
        return;
    }
    // Its columns are settings, whatever they are.
    sim::CsvDialect dialect;
    dialect.ignores_unknown_columns = true;
    sweep.draws.keys = sim::CsvTable::load(*file, {}, {}, dialect).ignored_columns();
    auto const table = sim::CsvTable::load(*file, sweep.draws.keys);
    for (auto const& key : sweep.draws.keys) {
        auto const& parameters = sweep.parameters;
        bool const is_twice =
            std::ranges::find(parameters, key, &sim::DesignParameter::key) != parameters.end();
        sim::require(!is_twice, file->string() + ": column '" + key +
                                    "' is a parameter of the design too. Remove one of them.");
    }
    for (auto const& row : table.rows()) {
        if (most && sweep.draws.locations.size() == static_cast<std::size_t>(*most)) break;
        for (auto const& key : sweep.draws.keys) sweep.draws.values.push_back(row.number(key));
        sweep.draws.locations.push_back(row.location());
    }
    sim::require(!sweep.draws.locations.empty(), file->string() + ": has no rows. Add draws.");
    if (most && sweep.draws.locations.size() < static_cast<std::size_t>(*most)) {
        root.error("draws", "(" + file->string() + " has only " +
                                std::to_string(sweep.draws.locations.size()) +
                                "). Use fewer, or leave it out.");
    }
    sweep.inputs.push_back({file->generic_string(), sim::sha256_of_file(*file)});
}

void read_seeds(sim::TomlTable const& root, SweepDesign& sweep) {
    std::int64_t first = 1, count = 1;
    if (root.is_list("seeds")) {
        for (double const seed : root.numbers("seeds", {.minimum = 0.0, .maximum = 0x1.0p53})) {
            if (seed != static_cast<double>(static_cast<std::uint64_t>(seed))) {
                root.error("seeds", "(must be whole numbers). Correct them.");
            }
            sweep.seeds.push_back(static_cast<std::uint64_t>(seed));
        }
        std::set<std::uint64_t> const different(sweep.seeds.begin(), sweep.seeds.end());
        if (different.empty()) root.error("seeds", "(is empty). Give at least one.");
        if (different.size() < sweep.seeds.size()) {
            root.error("seeds", "(one is there twice: its runs would be the same). Remove it.");
        }
        return;
    }
    if (root.is_section("seeds")) {
        auto const section = root.table("seeds");
        first = section.integer("first", seed_range);
        count = section.integer("count", {.minimum = 1, .maximum = most_points});
        if (first > std::numeric_limits<std::int64_t>::max() - count) {
            section.error("first", "(the last seed would be above 2^63). Use a smaller one.");
        }
    } else {
        count = root.integer_or("seeds", 1, {.minimum = 1, .maximum = most_points});
    }
    for (std::int64_t i = 0; i < count; ++i) {
        sweep.seeds.push_back(static_cast<std::uint64_t>(first + i));
    }
}

}  // namespace

std::vector<std::string> SweepDesign::settings_of(std::uint64_t point, std::uint64_t draw) const {
    std::vector<std::string> list;
    for (std::size_t i = 0; i < draws.keys.size(); ++i) {
        list.push_back(draws.keys[i] + "=" +
                       sim::shortest_text(draws.values[draw * draws.keys.size() + i]));
    }
    auto const here = design.point(point);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        list.push_back(parameters[i].key + "=" + sim::shortest_text(here[i]));
    }
    return list;
}

std::vector<std::string> SweepDesign::keys() const {
    std::vector<std::string> all;
    for (auto const& parameter : parameters) all.push_back(parameter.key);
    all.insert(all.end(), draws.keys.begin(), draws.keys.end());
    return all;
}

std::vector<double> SweepDesign::values(std::uint64_t point, std::uint64_t draw) const {
    auto const here = design.point(point);
    std::vector<double> all(here.begin(), here.end());
    auto const width = draws.keys.size();
    for (std::size_t i = 0; i < width; ++i) all.push_back(draws.values[draw * width + i]);
    return all;
}

SweepDesign read_design(std::filesystem::path const& file) {
    auto const toml = sim::TomlFile::load(file);
    auto const root = toml.root();
    SweepDesign sweep;
    sweep.file = file;
    sweep.name = root.text("name");
    sweep.title = root.text_or("title", sweep.name);
    for (auto const& path : toml.files()) {
        sweep.inputs.push_back({path.generic_string(), sim::sha256_of_file(path)});
    }
    for (auto const& name : root.texts("scenarios")) {
        sweep.scenarios.push_back((file.parent_path() / name).lexically_normal());
    }
    if (sweep.scenarios.empty()) root.error("scenarios", "(is empty). Name at least one file.");
    sweep.settings = root.texts_if("settings").value_or(std::vector<std::string>{});
    make_design(root, sweep);
    read_draws(root, sweep);
    read_seeds(root, sweep);
    if (auto const output = root.table_if("output")) {
        sweep.contents.monthly = output->boolean_or("monthly", true);
        sweep.contents.reports = output->boolean_or("reports", true);
        sweep.contents.figures = output->boolean_or("figures", true);
    }
    root.finish();
    sweep.text = toml.resolved_text();
    return sweep;
}

}  // namespace models
