#include "models/recorders/cells_axes.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace models {

namespace {

// Nine digits, so that 8.55 is not written as 8.549999999999999.
double rounded(double degrees) {
    return std::round(degrees * 1e9) / 1e9;
}

// A map of one integer per cell, with none off the grid.
template <class Value, class Function>
std::vector<Value> map_of(Geography const& map, std::vector<std::size_t> const& at,
                          Function const& value_of) {
    auto const& spec = map.grid.spec();
    std::vector<Value> values(std::size_t{spec.rows} * spec.columns, static_cast<Value>(no_value));
    for (std::size_t cell = 0; cell < at.size(); ++cell) values[at[cell]] = value_of(cell);
    return values;
}

sim::Attributes on_map(std::string units, std::string long_name,
                       std::vector<sim::Flag> flags = {}) {
    return {.units = std::move(units),
            .long_name = std::move(long_name),
            .fill_value = no_value,
            .flags = std::move(flags),
            .more = {{"grid_mapping", "crs"}}};
}

}  // namespace

std::vector<std::size_t> positions_in_map(sim::Grid const& grid) {
    std::vector<std::size_t> at;
    at.reserve(grid.size());
    for (auto const position : grid.positions()) {
        at.push_back(std::size_t{position.row} * grid.spec().columns + position.column);
    }
    return at;
}

CellAxes write_cell_axes(sim::ResultWriter& writer, Geography const& map) {
    auto const& spec = map.grid.spec();
    std::vector<double> lat, lon;
    for (std::uint32_t row = 0; row < spec.rows; ++row) {
        lat.push_back(rounded(map.grid.row_lat(row)));
    }
    for (std::uint32_t column = 0; column < spec.columns; ++column) {
        lon.push_back(rounded(spec.west + (column + 0.5) * spec.step));
    }
    CellAxes const axes{.lat = writer.coordinate("/cells/lat", lat,
                                                 {.units = "degrees_north",
                                                  .long_name = "latitude of the centre",
                                                  .standard_name = "latitude",
                                                  .more = {{"axis", "Y"}}}),
                        .lon = writer.coordinate("/cells/lon", lon,
                                                 {.units = "degrees_east",
                                                  .long_name = "longitude of the centre",
                                                  .standard_name = "longitude",
                                                  .more = {{"axis", "X"}}})};
    std::array<std::int32_t, 1> const nothing{0};
    writer.write("/cells/crs", {}, nothing,
                 {.long_name = "degrees on a sphere",
                  .more = {{"grid_mapping_name", "latitude_longitude"}}});

    auto const at = positions_in_map(map.grid);
    auto const& cells = map.cells;
    std::vector<sim::Dimension> const both{axes.lat, axes.lon};
    writer.write("/cells/population", both,
                 map_of<std::int32_t>(map, at,
                                      [&cells](std::size_t cell) {
                                          return static_cast<std::int32_t>(cells.population[cell]);
                                      }),
                 on_map("1", "residents on the first day"));
    writer.write("/cells/country", both,
                 map_of<std::int16_t>(map, at,
                                      [&cells](std::size_t cell) {
                                          return row_value<std::int16_t>(cells.country[cell]);
                                      }),
                 on_map("", "country of the centre", flags_of(map.countries)));
    writer.write("/cells/region", both,
                 map_of<std::int16_t>(map, at,
                                      [&cells](std::size_t cell) {
                                          return row_value<std::int16_t>(cells.region[cell]);
                                      }),
                 on_map("", "first-level unit", flags_of(map.regions)));
    writer.write(
        "/cells/cercle", both,
        map_of<std::int16_t>(map, at,
                             [&cells](std::size_t cell) {
                                 using Cercle = sim::Id<struct CercleTag>;
                                 return row_value<std::int16_t>(Cercle{cells.cercle[cell]});
                             }),
        on_map("", "second-level unit", flags_of(map.cercles)));
    return axes;
}

}  // namespace models
