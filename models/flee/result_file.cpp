#include "models/flee/result_file.hpp"

#include <fmt/format.h>

#include <functional>
#include <limits>
#include <utility>

#include "sim/io/provenance.hpp"
#include "sim/io/result_writer.hpp"
#include "sim/io/time_series.hpp"
#include "sim/parallel/threads.hpp"

namespace models::flee {

namespace {

// With the files of the instance, all that a run depends on.
std::string resolved_text(Instance const& instance, RuleSet const& rules, std::size_t runs) {
    bool has_capacity = false;
    for (auto const camp : instance.camps) {
        has_capacity = has_capacity || instance.places.capacity[camp] >= 1.0;
    }
    return fmt::format(
        "[instance]\nfolder = '''{}'''\nrules = \"{}\"\nhasten = {}\nruns = {}\ncapacities = "
        "{}\n{}",
        instance.folder.generic_string(), rules.name, instance.settings.hasten, runs, has_capacity,
        rules.text.empty() ? "" : "\n" + rules.text);
}

sim::Provenance provenance(Instance const& instance, std::span<Run const> runs,
                           RuleSet const& rules, std::string const& command_line) {
    auto inputs = instance.inputs;
    inputs.insert(inputs.end(), rules.inputs.begin(), rules.inputs.end());
    return {.program = "azalai",
            .build = sim::build_version(),
            .scenario_text = resolved_text(instance, rules, runs.size()),
            .inputs = std::move(inputs),
            .seed = runs.front().seed,
            .this_run = {.started = sim::utc_now(),
                         .host = sim::host_name(),
                         .command_line = command_line,
                         .threads = sim::threads()}};
}

void write_errors(sim::ResultWriter& writer, sim::Dimension run, std::span<Run const> runs) {
    auto const write = [&](std::string const& name, std::string const& long_name,
                           std::function<double(Errors const&)> const& value) {
        std::vector<double> values;
        for (auto const& one : runs) values.push_back(value(one.errors));
        writer.write("/flee/" + name, {run}, values, {.units = "1", .long_name = long_name});
    };
    write("error", "averaged relative difference", [](auto const& e) { return e.normal; });
    write("error_rescaled", "averaged relative difference, simulated counts scaled to the total",
          [](auto const& e) { return e.rescaled; });
    for (std::size_t i = 0; i < naive_names.size(); ++i) {
        write(std::string{"scaled_error_"} + naive_names[i], "mean absolute scaled error",
              [i](auto const& e) { return e.scaled[i]; });
    }
}

void write_series(sim::ResultWriter& writer, sim::Dimension run, sim::Dimension camp,
                  Instance const& instance, std::span<Run const> runs) {
    auto series = writer.time_series(
        "/flee", {.start = instance.start, .long_name = "date; values are those of the end of it"});
    auto const simulated = series.variable<std::int32_t>(
        "simulated", {run, camp}, {.units = "1", .long_name = "agents in the camp"});
    auto const agents = series.variable<std::int32_t>(
        "agents", {run}, {.units = "1", .long_name = "displaced agents, wherever they are"});
    auto const documented = series.variable<std::int32_t>(
        "documented", {camp}, {.units = "1", .long_name = "documented refugees, in agents"});
    auto const registered = series.variable<std::int32_t>(
        "registered", {}, {.units = "1", .long_name = "sum of all changes of documented counts"});
    auto const debt = series.variable<std::int32_t>(
        "debt", {}, {.units = "1", .long_name = "fall of documented counts not made up for"});
    auto const camps = instance.camps.size();
    std::vector<std::int32_t> in_camps(runs.size() * camps);
    std::vector<std::int32_t> in_all(runs.size());
    for (std::uint32_t day = 0; day < instance.days; ++day) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            auto const today = std::span{runs[i].camps}.subspan(day * camps, camps);
            std::copy(today.begin(), today.end(),
                      in_camps.begin() + static_cast<std::ptrdiff_t>(i * camps));
            in_all[i] = runs[i].agents[day];
        }
        series.begin_step(static_cast<std::int32_t>(day));
        series.put(simulated, in_camps);
        series.put(agents, in_all);
        series.put(documented, std::span{instance.counts.camps}.subspan(day * camps, camps));
        series.put(registered, instance.counts.registered[day]);
        series.put(debt, instance.counts.debt[day]);
        series.end_step();
    }
}

}  // namespace

void write_results(std::filesystem::path const& path, sim::Overwrite overwrite,
                   Instance const& instance, std::span<Run const> runs, RuleSet const& rules,
                   std::string const& command_line) {
    sim::ResultWriter writer{
        path,
        overwrite,
        result_identity(),
        {.title = "Flee instance " + instance.folder.filename().string(),
         .source = "azalai " + sim::build_version().version,
         .history = sim::utc_now() + " " + command_line,
         .comment = fmt::format("one agent stands for {} people", instance.settings.hasten)}};
    sim::write_provenance(writer, provenance(instance, runs, rules, command_line));
    auto const run = writer.dimension("/flee/run", runs.size());
    auto const camp = writer.dimension("/flee/camp", instance.camps.size());
    std::vector<std::uint64_t> seeds;
    for (auto const& one : runs) seeds.push_back(one.seed);
    writer.write("/flee/seed", {run}, seeds, {.units = "1", .long_name = "seed"});
    std::vector<std::string> names;
    std::vector<double> latitudes;
    std::vector<double> longitudes;
    for (auto const place : instance.camps) {
        names.push_back(instance.places.name[place]);
        latitudes.push_back(instance.places.latitude[place]);
        longitudes.push_back(instance.places.longitude[place]);
    }
    writer.write_text("/flee/name", {camp}, names, {.long_name = "name of the camp"});
    writer.write("/flee/lat", {camp}, latitudes,
                 {.units = "degrees_north", .long_name = "latitude", .standard_name = "latitude"});
    writer.write("/flee/lon", {camp}, longitudes,
                 {.units = "degrees_east", .long_name = "longitude", .standard_name = "longitude"});
    write_errors(writer, run, runs);
    write_series(writer, run, camp, instance, runs);
    writer.commit();
}

}  // namespace models::flee
