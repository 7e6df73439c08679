#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/observed/observed_event.hpp"
#include "models/observed/result_map.hpp"

/// \file models/scoring/scoring_units.hpp
/// The areas whose counts are scored, and which of them an event lies in.

namespace models {

enum class UnitKind : std::uint8_t { region, cercle, priogrid };
inline constexpr std::array<std::string_view, 3> unit_kind_names{"region", "cercle", "priogrid"};

/// How an event was given to a unit.
enum class Placing : std::uint8_t { by_name, by_coordinates, outside };

/// Events by how they were placed.
struct PlacingTally {
    std::uint64_t by_name = 0;
    std::uint64_t by_coordinates = 0;
    std::uint64_t outside = 0;

    [[nodiscard]] std::uint64_t all() const noexcept { return by_name + by_coordinates + outside; }
    void add(Placing placing) noexcept;
    void add(PlacingTally const& other) noexcept;
};

/// All units of one kind in the country of a result file.
class ScoringUnits {
  public:
    /// \throws InputError if the map has fewer than two rows or columns, or no cell in the country.
    ScoringUnits(UnitKind kind, ResultMap map);

    [[nodiscard]] UnitKind kind() const noexcept { return kind_; }
    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(names_.size());
    }

    /// Names, or PRIO-GRID's numbers in ascending order; shape (units).
    [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }

    /// PRIO-GRID's numbers; empty for regions and cercles.
    [[nodiscard]] std::span<std::int32_t const> gids() const noexcept { return gids_; }

    struct Place {
        std::uint32_t unit = 0;  ///< Meaningless outside.
        Placing placing = Placing::outside;
    };

    /// The unit of an event: the region (cercle) with the name of its admin1 (admin2), else that of
    /// the cell at its coordinates. The cell of PRIO-GRID is that of its coordinates; all those
    /// that hold a cell of the country are units.
    [[nodiscard]] Place place_of(ObservedEvent const& event) const;

  private:
    [[nodiscard]] std::optional<std::uint32_t> unit_at(sim::GeoPoint at) const;

    UnitKind kind_;
    ResultMap map_;
    std::vector<std::int16_t> unit_of_;  // of each cell; empty for priogrid
    std::vector<std::string> names_;
    std::vector<std::int32_t> gids_;
    std::unordered_map<std::string, std::uint32_t> by_name_;  // by folded name
};

}  // namespace models
