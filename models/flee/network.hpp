#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/flee/csv_rows.hpp"
#include "models/flee/settings.hpp"

/// \file models/flee/network.hpp
/// Places and links of a Flee instance.

namespace models::flee {

/// What a place is at the start.
enum class PlaceKind : std::uint8_t { town, conflict, camp, idp_camp, forward, marker };

/// Places, one column per attribute; row i of every column is place i, in the order of the file.
/// Numbers of people are in agents: divided by hasten and rounded down, as in Flee.
struct Places {
    std::vector<std::string> name;
    std::vector<std::string> country;
    std::vector<double> latitude;   ///< [degrees_north]
    std::vector<double> longitude;  ///< [degrees_east]
    std::vector<PlaceKind> kind;
    std::vector<std::uint8_t> is_abroad;      ///< 1 if not in the country of the first place.
    std::vector<double> population;           ///< [agents]; 0 for camps.
    std::vector<double> capacity;             ///< Of camps [agents]; below 1: no limit.
    std::vector<double> capacity_per_day;     ///< Added every day [agents/day].
    std::vector<std::uint32_t> initial_idps;  ///< In camps at the start [agents].
    std::vector<double> intensity;            ///< Of a conflict from the start [1].

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(name.size());
    }
};

/// Directed links; link 2i and 2i + 1 are the two directions of row i of the file.
struct Links {
    std::vector<std::uint32_t> from;  ///< Place.
    std::vector<std::uint32_t> to;    ///< Place.
    std::vector<double> km;           ///< [km], >= shortest_link.
    std::vector<double> speed;        ///< [km/day], > 0.
    std::vector<double> walk_chance;  ///< Chance of a day on foot [1/day].

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(from.size());
    }
};

/// Shortest link that is accepted [km].
inline constexpr double shortest_link = 0.01;

/// Finds places by name.
class PlaceNames {
  public:
    explicit PlaceNames(Places const& places);

    /// The place that a cell names. \throws InputError naming the nearest name if there is none.
    [[nodiscard]] std::uint32_t find(CsvRow const& row, std::size_t column,
                                     std::string_view column_name) const;

  private:
    std::map<std::string, std::uint32_t, std::less<>> rows_;
    std::vector<std::string> names_;
};

/// Whether people who stay there are counted: any kind of camp.
[[nodiscard]] constexpr bool is_camp(PlaceKind kind) noexcept {
    return kind == PlaceKind::camp || kind == PlaceKind::idp_camp;
}

/// Read `locations.csv`. \throws InputError with file, line and column.
[[nodiscard]] Places load_places(std::filesystem::path const& path, Settings const& settings,
                                 std::vector<std::string>& warnings);

/// Read `routes.csv`. \throws InputError with file, line and column.
[[nodiscard]] Links load_links(std::filesystem::path const& path, PlaceNames const& names,
                               Settings const& settings, std::vector<std::string>& warnings);

}  // namespace models::flee
