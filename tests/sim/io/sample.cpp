#include "tests/sim/io/sample.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

#include "sim/io/event_table.hpp"
#include "sim/io/time_series.hpp"

namespace sample {
namespace fs = std::filesystem;

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "azalai-io-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string contents(fs::path const& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

void fill(fs::path const& path, std::string const& contents) {
    std::ofstream(path, std::ios::binary) << contents;
}

sim::Provenance provenance() {
    return {.program = "azalai",
            .build = sim::build_version(),
            .scenario_text = "title = \"Ségou, 2012\"\n",
            .inputs = {{"places.csv", std::string(64, 'a')}, {"routes.csv", std::string(64, 'b')}},
            .seed = 18'446'744'073'709'551'615U,
            .this_run = {.started = "2026-01-02T03:04:05Z",
                         .host = "here",
                         .command_line = "azalai run a.toml",
                         .threads = 2}};
}

void write(sim::ResultWriter& writer, std::int32_t steps, std::int32_t flush_every) {
    std::array const latitudes{12.0, 12.5, 13.0};
    std::array const longitudes{-8.0F, -7.5F, -7.0F, -6.5F};
    auto const lat = writer.coordinate(
        "/cells/lat", latitudes,
        {.units = "degrees_north", .long_name = "latitude", .standard_name = "latitude"});
    auto const lon = writer.coordinate(
        "/cells/lon", longitudes,
        {.units = "degrees_east", .long_name = "longitude", .standard_name = "longitude"});
    std::vector<std::int32_t> const people{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -9};
    writer.write("/cells/population", {lat, lon}, people,
                 {.units = "1", .long_name = "people", .fill_value = -9});

    auto const place = writer.dimension("/places/place", 3);
    std::vector<std::string> const names{"Bamako", "Ségou", ""};
    writer.write_text("/places/name", {place}, names, {.long_name = "name"});
    std::vector<std::int8_t> const kinds{0, 1, 1};
    writer.write("/places/kind", {place}, kinds,
                 {.long_name = "kind", .flags = {{0, "city"}, {1, "town"}}});

    auto series = writer.time_series("/cells", {.start = sim::make_date(2012, 1, 1)}, 4);
    auto const deaths = series.variable<float>(
        "deaths", {lat, lon},
        {.units = "1", .long_name = "deaths", .cell_methods = "time: sum", .fill_value = -1});
    auto const total =
        series.variable<std::int64_t>("total", {}, {.units = "1", .long_name = "total"});

    auto const side = writer.dimension("/events/side", 2);
    auto events = writer.event_table("/events", "event", 8);
    auto const day = events.column<std::int32_t>(
        "day", {.units = "days since 2012-01-01 00:00:00", .long_name = "day of the event"});
    auto const by_side = events.column<std::uint16_t>("deaths", {.units = "1"}, {side});
    auto const text = events.text_column("note", {.long_name = "note"});

    for (std::int32_t step = 0; step < steps; ++step) {
        std::vector<float> field(12);
        for (std::size_t cell = 0; cell < field.size(); ++cell) {
            field[cell] = static_cast<float>(step) * 100.0F + static_cast<float>(cell);
        }
        series.begin_step(10 + step);
        series.put(deaths, field);
        series.put(total, std::int64_t{1} << 40);
        series.end_step();
        for (std::uint16_t i = 0; i < 3; ++i) {
            events.put(day, 10 + step);
            std::array<std::uint16_t, 2> const sides{i, 7};
            events.put(by_side, sides);
            events.put(text, "note " + std::to_string(step));
            events.end_row();
        }
        if (flush_every > 0 && (step + 1) % flush_every == 0) writer.flush();
    }
}

void write_file(fs::path const& path, std::int32_t steps, std::int32_t flush_every) {
    sim::ResultWriter writer(path, sim::Overwrite::no, identity,
                             {.title = "A sample", .source = "a test"});
    write(writer, steps, flush_every);
    sim::write_provenance(writer, provenance());
    writer.commit();
}

}  // namespace sample
