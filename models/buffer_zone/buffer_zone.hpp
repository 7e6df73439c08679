#pragma once

#include <vector>

#include "models/buffer_zone/buffer_zone_params.hpp"
#include "models/world/world.hpp"

/// \file models/buffer_zone/buffer_zone.hpp
/// Ground that some parties must leave and somebody watches.

namespace models {

/// Ground of a buffer zone: all within a distance of a place as the crow flies, however large.
struct ZoneGround {
    PlaceId centre = no_place;
    double radius_km = 0.0;
    std::vector<std::uint8_t> has_place;  ///< 1 for places inside; shape (places).
    std::vector<std::uint8_t> has_cell;   ///< 1 for cells whose centre is inside; shape (cells).
    std::vector<sim::CellId> cells;       ///< Those cells.
};

/// The ground within a distance of a place [km].
[[nodiscard]] ZoneGround ground_around(Geography const& map, PlaceId centre, double radius_km);

/// How well an actor enforces a zone, 0 to 1: s / (s + half_strength), s its strength inside.
[[nodiscard]] double enforcement_of(World const& world, BufferZoneParams const& params,
                                    ActorId enforcer, ZoneGround const& ground) noexcept;

/// Makes the buffer zones of the day: whom they bar, who goes, who defies them, and how far they
/// hold attacks back. A zone that is no longer among the measures leaves nothing behind. Runs after
/// forget_yesterday() and before movement and attacks.
class BufferZoneProcess {
  public:
    explicit BufferZoneProcess(BufferZoneParams const& params) : params_{params} {}

    void operator()(World& world);

  private:
    ZoneGround const& ground_of(Geography const& map, PlaceId centre, double radius_km);
    void empty_zone(World& world, Measure const& zone, ZoneGround const& ground) const;
    void defy_zone(World& world, Measure const& zone, ZoneGround const& ground,
                   double enforced) const;

    BufferZoneParams params_;
    std::vector<ZoneGround> grounds_;  // every one asked for so far; the map does not change
};

}  // namespace models
