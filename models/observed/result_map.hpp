#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/space/geo.hpp"

/// \file models/observed/result_map.hpp
/// The map and the days of a run, as its result file has them: what observed events are placed on.

namespace models {

/// The map of a run: cells at equal distances, rows from the south, columns from the west.
struct ResultMap {
    std::string country = {};                             ///< The simulated one.
    std::vector<std::string> regions = {}, cercles = {};  ///< First- and second-level units of it.
    std::vector<double> lat = {}, lon = {};  ///< Of the centres of rows and columns [degree].
    std::vector<std::int16_t> country_of =
        {};  ///< 0: the simulated one; -1: no cell; shape (lat, lon).
    std::vector<std::int16_t> region_of = {};  ///< Row in regions, -1: none; shape (lat, lon).
    std::vector<std::int16_t> cercle_of = {};  ///< Row in cercles, -1: none; shape (lat, lon).

    /// Where the cell that holds a point stands in the columns above; nothing beyond the map.
    [[nodiscard]] std::optional<std::size_t> cell_at(sim::GeoPoint at) const noexcept;

    /// The cells of PRIO-GRID that hold the centre of a cell of the simulated country, ascending.
    [[nodiscard]] std::vector<std::int32_t> home_gids() const;
};

/// The names behind the numbers of a variable: CF has no blanks in them, and `_` for one.
/// \throws InputError if the file is damaged.
[[nodiscard]] std::vector<std::string> flag_names(sim::ResultReader const& reader,
                                                  std::string const& path);

/// Read the map of a result file. \throws InputError if it has none, or it is damaged.
[[nodiscard]] ResultMap read_result_map(sim::ResultReader const& reader);

/// The days that a run simulated, both included.
struct ResultDays {
    sim::Date first, last;
};

/// \throws InputError if the file has no days, or is damaged.
[[nodiscard]] ResultDays read_result_days(sim::ResultReader const& reader);

}  // namespace models
