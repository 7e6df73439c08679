#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "models/displacement/alias_table.hpp"
#include "models/displacement/displacement_params.hpp"
#include "models/displacement/settled_shares.hpp"
#include "models/world/world.hpp"

/// \file models/displacement/destination.hpp
/// Where households that look for shelter go.

namespace models {

/// How calm a town is: 0 (takes nobody) to 1. \param threat, takeover  As in the fields of a cell.
[[nodiscard]] double calm(DestinationParams const& params, double threat, double takeover) noexcept;

/// How calm a place is today, 0 to 1; 1 abroad.
[[nodiscard]] double calm(World const& world, DestinationParams const& params,
                          PlaceId place) noexcept;

/// Whether a place takes people today: camps open and close.
[[nodiscard]] bool is_open(World const& world, PlaceId place) noexcept;

/// Whether every route of the shortest path between two places is open today.
[[nodiscard]] bool is_way_open(World const& world, PlaceId from, PlaceId to) noexcept;

/// What makes some places likelier destinations than others, calm and room apart.
///
/// weight(origin, place, community) = attraction(kind) * kin(community, place)
///     * (population + base_population)^population_power
///     / (distance_km(origin, place) + softening_km)^distance_power
///     * (1 + network * settled share(community, place));
/// 0 for bases and where no path leads. Form: gravity with networks, MODEL.md 4.1 (README.md, D3
/// and D8). Only the last factor changes during a run. Tables are made when they are first drawn
/// from. Not for concurrent use.
class DestinationTables {
  public:
    /// \throws InputError if a kin factor names neither a country nor a region of the map.
    DestinationTables(DestinationParams const& params, std::shared_ptr<Geography const> map);

    /// The map that they are of.
    [[nodiscard]] Geography const& map() const noexcept { return *map_; }

    /// Take in where everybody has settled, whether all routes are open, and which places are calm
    /// and open; until the next call it counts as so.
    void hear_news(World const& world);

    /// Whether hear_news() was last called today.
    [[nodiscard]] bool know(sim::Day today) const noexcept { return heard_ == today; }

    /// calm() of a place. \pre The tables know today.
    [[nodiscard]] double calm(PlaceId place) const noexcept { return news_[place.row].calm; }

    /// Whether a place is open and has room for so many more people, in the world as it is now.
    /// \pre The tables know today.
    [[nodiscard]] bool has_room(World const& world, PlaceId place,
                                std::uint32_t people) const noexcept;

    /// Whether every route was open when hear_news() was last called; else, or if it never was
    /// called, some may be closed.
    [[nodiscard]] bool are_all_routes_open() const noexcept { return all_routes_open_; }

    /// Weight of a place, up to a factor that all places of one origin and community share.
    [[nodiscard]] double weight(PlaceId origin, PlaceId place, Community community) const;

    /// A place in proportion to its weight; nothing if none can be reached. The cost does not
    /// depend on the number of places, but for a search in it where there are networks.
    [[nodiscard]] std::optional<PlaceId> draw(PlaceId origin, Community community,
                                              sim::Stream& draw);

  private:
    /// What is the same all day at a place.
    struct News {
        double calm = 0.0;
        bool is_open = false;
    };

    /// The weights of all places without networks, for one origin and community.
    struct Slot {
        bool is_made = false;
        AliasTable table;
        double total = 0.0;
        double largest = 0.0;
    };

    [[nodiscard]] std::vector<double> const& nearness_from(PlaceId origin);
    [[nodiscard]] Slot const& slot(PlaceId origin, Community community);

    DestinationParams params_;
    std::shared_ptr<Geography const> map_;
    std::array<std::vector<double>, community_count> pull_;  // all of the weight but distance
    std::vector<std::vector<double>> nearness_;  // that, from origins drawn from; by place
    std::vector<Slot> slots_;                    // shape (origins, communities)
    SettledShares settled_;
    std::vector<News> news_;  // shape (places)
    sim::Day heard_ = never;  // when
    bool all_routes_open_ = false;
};

/// Whether a household knows that routes are closed: those that have waited at one do.
enum class ClosedRoutes { unknown, avoided };

/// Choose where a household goes from where it is.
///
/// Draws from the tables and accepts a place with probability calm(), if it has room (and, if
/// closed routes are avoided, if the way is open): exactly the weights times these, whatever the
/// number of places. \return Nothing if params.tries draws were refused.
/// \pre The tables know today.
[[nodiscard]] std::optional<PlaceId> choose_destination(World const& world,
                                                        DestinationParams const& params,
                                                        DestinationTables& tables,
                                                        Mover const& mover, ClosedRoutes closed);

}  // namespace models
