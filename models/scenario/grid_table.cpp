#include "models/scenario/grid_table.hpp"

#include <map>
#include <optional>
#include <utility>

#include "models/scenario/grid_header.hpp"
#include "models/scenario/names.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/text_file.hpp"

namespace models {
namespace {

constexpr std::size_t largest_grid_file = std::size_t{256} << 20U;  // [bytes]
constexpr sim::Range distance_range{.minimum = 0.0, .maximum = 20'100.0, .unit = "km"};

/// Numbers names in the order in which they come.
class NameList {
  public:
    std::uint32_t row_of(std::string const& name) {
        auto const [entry, is_new] = rows_.emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (is_new) names_.push_back(name);
        return entry->second;
    }
    [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }

  private:
    std::vector<std::string> names_;
    std::map<std::string, std::uint32_t, std::less<>> rows_;
};

/// Reads the table row by row.
class GridReader {
  public:
    GridReader(sim::CsvTable const& table, sim::GridSpec const& spec, std::string_view home)
        : spec_{spec},
          home_{home},
          row_{table.column("row")},
          column_{table.column("column")},
          country_{table.column("country")},
          region_{table.column("region")},
          cercle_{table.column("cercle")},
          population_{table.column("population")},
          road_km_{table.column("road_km")},
          river_km_{table.column("river_km")} {
        countries_.row_of(home_);
    }

    void read(sim::CsvRow const& row) {
        read_position(row);
        auto const country = countries_.row_of(row.text(country_));
        auto const population = row.integer(
            population_, {.minimum = 0, .maximum = most_people_in_cell, .unit = "people"});
        cells_.country.push_back(CountryId{country});
        cells_.population.push_back(static_cast<std::uint32_t>(population));
        cells_.road_km.push_back(static_cast<float>(row.number(road_km_, distance_range)));
        cells_.river_km.push_back(static_cast<float>(row.number(river_km_, distance_range)));
        if (country == 0) {
            read_home_units(row);
        } else {
            read_no_units(row, population);
        }
    }

    [[nodiscard]] GridTable finish(std::string const& name) && {
        sim::require(!regions_.names().empty(),
                     name + ": no cell lies in " + home_ +
                         " (the simulated country). Correct scenario.country or the table.");
        return {sim::Grid{spec_, positions_}, countries_.names(), regions_.names(),
                cercles_.names(), std::move(cells_)};
    }

  private:
    void read_position(sim::CsvRow const& row) {
        auto const below = [&](sim::CsvColumn key, std::uint32_t limit) {
            return static_cast<std::uint32_t>(
                row.integer(key, {.minimum = 0, .maximum = std::int64_t{limit} - 1}));
        };
        sim::GridPosition const at{below(row_, spec_.rows), below(column_, spec_.columns)};
        if (!positions_.empty() && at == positions_.back()) {
            row.error(column_, "(the cell is there twice). Remove one of the two rows.");
        }
        if (!positions_.empty() && at < positions_.back()) {
            row.error(column_,
                      "(the cell stands after one further north or east, so it is out of order or "
                      "there twice). Sort the table by row, then column, each cell once.");
        }
        positions_.push_back(at);
    }

    void read_home_units(sim::CsvRow const& row) {
        auto const region = regions_.row_of(row.text(region_));
        auto const cercle = cercles_.row_of(row.text(cercle_));
        if (cercle == region_of_cercle_.size()) region_of_cercle_.push_back(region);
        if (region_of_cercle_[cercle] != region) {
            row.error(cercle_, "(lies in '" + regions_.names()[region_of_cercle_[cercle]] +
                                   "' further up). Put it into one region.");
        }
        cells_.region.push_back(RegionId{region});
        cells_.cercle.push_back(cercle);
    }

    void read_no_units(sim::CsvRow const& row, std::int64_t population) {
        if (row.text_if(region_)) row.error(region_, "(must be empty outside " + home_ + ").");
        if (row.text_if(cercle_)) row.error(cercle_, "(must be empty outside " + home_ + ").");
        if (population > 0) {
            row.error(population_,
                      "(must be 0 outside " + home_ + ", where nobody is simulated). Set it to 0.");
        }
        cells_.region.push_back(no_region);
        cells_.cercle.push_back(sim::no_row);
    }

    sim::GridSpec spec_;
    std::string home_;
    sim::CsvColumn row_, column_, country_, region_, cercle_, population_, road_km_, river_km_;
    std::vector<sim::GridPosition> positions_;
    NameList countries_, regions_, cercles_;
    std::vector<std::uint32_t> region_of_cercle_;
    CellColumns cells_;
};

}  // namespace

GridTable read_grid(std::filesystem::path const& path, std::string_view home) {
    auto text = sim::read_text_file(path, largest_grid_file);
    auto const spec = read_grid_header(text, path.string());
    auto const table = sim::CsvTable::parse(
        std::move(text), path.string(),
        {"row", "column", "country", "region", "cercle", "population", "road_km", "river_km"});
    GridReader reader{table, spec, home};
    for (auto const& row : table.rows()) reader.read(row);
    return std::move(reader).finish(table.name());
}

}  // namespace models
