#include "models/scenario/place_table.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "models/scenario/names.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/unique_keys.hpp"
#include "sim/space/nearest.hpp"

namespace models {
namespace {

constexpr sim::IntegerRange people_range{.minimum = 0, .maximum = 50'000'000, .unit = "people"};

/// Whether the cell or one of its eight neighbours satisfies a condition.
template <class Condition>
bool any_around(sim::Grid const& grid, sim::CellId cell, Condition const& condition) {
    for (std::uint32_t up = 0; up < 3; ++up) {
        for (std::uint32_t right = 0; right < 3; ++right) {
            // Below row or column 0 the unsigned sum wraps round, and nothing is found there.
            auto const found = grid.find(grid.row(cell) + up - 1, grid.column(cell) + right - 1);
            if (found && condition(*found)) return true;
        }
    }
    return false;
}

class PlaceReader {
  public:
    PlaceReader(GridTable const& grid, sim::Date first_day)
        : grid_{grid},
          first_day_{first_day},
          countries_{"country in the grid", grid.countries},
          regions_{"region in the grid", grid.regions},
          cercles_{"cercle in the grid", grid.cercles},
          centres_{centres_of(grid.grid)} {}

    void read(sim::CsvRow const& row) {
        ids_.add(row, "id");
        places_.key.push_back(identifier(row, "id"));
        places_.name.push_back(row.text("name"));
        places_.kind.push_back(static_cast<PlaceKind>(row.choice("kind", place_kind_names)));
        places_.country.push_back(CountryId{row_of(row, "country", countries_)});
        places_.at.push_back({row.number("lat", {.minimum = -90.0, .maximum = 90.0}),
                              row.number("lon", {.minimum = -180.0, .maximum = 180.0})});
        read_units(row);
        places_.cell.push_back(cell_of(row));
        places_.population.push_back(static_cast<std::uint32_t>(
            row.integer_if("population_2012", people_range).value_or(0)));
        places_.capacity.push_back(static_cast<std::uint32_t>(
            row.integer_if("capacity", {.minimum = 1, .maximum = 50'000'000, .unit = "people"})
                .value_or(0)));
        auto const opens = sensible_date_if(row, "opens");
        auto const closes = last_day_if(row, "closes", opens);
        places_.opens.push_back(opens ? day_or_first(*opens, first_day_) : sim::Day{0});
        places_.closes.push_back(closes ? day_or_first(*closes + std::chrono::days{1}, first_day_)
                                        : never);
    }

    [[nodiscard]] PlaceColumns finish() && { return std::move(places_); }

  private:
    static std::vector<sim::GeoPoint> centres_of(sim::Grid const& grid) {
        std::vector<sim::GeoPoint> centres;
        for (auto const cell : grid.cells()) centres.push_back(grid.centre(cell));
        return centres;
    }

    void read_units(sim::CsvRow const& row) {
        bool const is_home = places_.country.back().row == 0;
        bool const is_abroad = places_.kind.back() == PlaceKind::foreign_town;
        if (is_home && is_abroad) {
            row.error("kind", "(lies in the simulated country). Use town, or correct the country.");
        }
        if (is_home) {
            places_.region.push_back(RegionId{row_of(row, "region", regions_)});
            static_cast<void>(row_of_if(row, "cercle", cercles_));
            return;
        }
        if (row.text_if("region")) {
            row.error("region", "(must be empty outside " + grid_.countries[0] + ").");
        }
        places_.region.push_back(no_region);
    }

    /// The cell of the row just read, if that cell fits its country and region.
    [[nodiscard]] sim::CellId cell_of(sim::CsvRow const& row) const {
        auto const at = places_.at.back();
        auto const country = places_.country.back();
        auto const found = grid_.grid.cell_at(at);
        if (!found) return nearest_cell(row, at, country);
        bool const fits = any_around(grid_.grid, *found, [&](sim::CellId cell) {
            return grid_.cells.country[cell.row] == country &&
                   grid_.cells.region[cell.row] == places_.region.back();
        });
        if (!fits) {
            auto const there = grid_.cells.country[found->row].row;
            auto const region = grid_.cells.region[found->row];
            row.error("lat", "(with lon " + sim::shortest_text(at.lon) + " lies in " +
                                 grid_.countries[there] +
                                 (region == no_region ? "" : ", " + grid_.regions[region.row]) +
                                 "). Correct the position, the country or the region.");
        }
        return *found;
    }

    [[nodiscard]] sim::CellId nearest_cell(sim::CsvRow const& row, sim::GeoPoint at,
                                           CountryId country) const {
        sim::CellId const cell{nearest_.find(at)};
        auto const km = sim::great_circle_km(at, centres_[cell.row]);
        if (country.row == 0 || km > most_km_off_grid) {
            row.error("lat", "(with lon " + sim::shortest_text(at.lon) +
                                 " is off the map: no cell of the grid is there). "
                                 "Correct the position or extend the grid.");
        }
        return cell;
    }

    GridTable const& grid_;
    sim::Date first_day_;
    NameIndex countries_, regions_, cercles_;
    std::vector<sim::GeoPoint> centres_;
    sim::NearestPoints nearest_{centres_};
    sim::UniqueKeys ids_;
    PlaceColumns places_;
};

}  // namespace

PlaceColumns read_places(std::filesystem::path const& path, GridTable const& grid,
                         sim::Date first_day) {
    auto const table =
        sim::CsvTable::load(path,
                            {"id", "name", "kind", "country", "region", "cercle", "lat", "lon",
                             "population_2012", "capacity", "opens", "closes"},
                            {"note_source"});
    PlaceReader reader{grid, first_day};
    for (auto const& row : table.rows()) reader.read(row);
    return std::move(reader).finish();
}

}  // namespace models
