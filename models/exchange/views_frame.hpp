#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/io/result_reader.hpp"

/// \file models/exchange/views_frame.hpp
/// The rectangle of months and units that a table of VIEWS covers.

namespace models {

/// What a row of the table is about beside its month: `priogrid_gid` or `country_id`.
enum class ViewsUnit : std::uint8_t { priogrid, country };
inline constexpr std::array<std::string_view, 2> views_unit_names{"priogrid", "country"};

/// What is counted. The first three are VIEWS' own names: deaths, best estimate, in state-based,
/// non-state and one-sided violence as UCDP has them. The last is ours: deaths in the political
/// violence that ACLED has.
enum class ViewsOutcome : std::uint8_t { ged_sb, ged_ns, ged_os, acled_deaths };
inline constexpr std::array<std::string_view, 4> views_outcome_names{"ged_sb", "ged_ns", "ged_os",
                                                                     "acled_deaths"};

/// Every unit in every month has a row, whether or not anything happened.
struct ViewsFrame {
    ViewsUnit unit = ViewsUnit::priogrid;
    std::vector<std::int32_t> units = {};  ///< PRIO-GRID's gids, increasing; or one country.
    std::int32_t first_month = 1;          ///< VIEWS' month_id.
    std::int32_t last_month = 1;           ///< \see first_month; included.

    friend bool operator==(ViewsFrame const&, ViewsFrame const&) = default;

    [[nodiscard]] std::size_t months() const noexcept {
        return static_cast<std::size_t>(last_month - first_month + 1);
    }
};

/// The months that a run covers, the first and the last perhaps in part.
/// \param country  The number that the country has in the table.
/// \throws InputError if the file has no days.
[[nodiscard]] ViewsFrame country_frame(sim::ResultReader const& reader, std::int32_t country);

/// The same months; the cells of PRIO-GRID that hold the centre of a cell of the simulated country.
/// \throws InputError if the file has no days or no map of cells.
[[nodiscard]] ViewsFrame priogrid_frame(sim::ResultReader const& reader);

}  // namespace models
