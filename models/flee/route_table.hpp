#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/flee/network.hpp"

/// \file models/flee/route_table.hpp
/// Every route that people see from a place.

namespace models::flee {

/// Loop-free routes of at most `awareness_level` links, by the place where they begin. A marker is
/// passed without counting as a step and is no destination. Closures are not looked at here.
class RouteTable {
  public:
    /// \throws InputError if there are more than most_routes.
    RouteTable(Places const& places, Links const& links, std::uint32_t awareness_level);

    /// Most routes that are kept; a network with more needs a lower awareness level.
    static constexpr std::size_t most_routes = 20'000'000;

    /// Routes from a place: begin(place) to begin(place + 1).
    [[nodiscard]] std::uint32_t begin(std::uint32_t place) const noexcept {
        return first_route_[place];
    }

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(ends_.size());
    }

    /// Place where a route ends.
    [[nodiscard]] std::uint32_t end(std::uint32_t route) const noexcept {
        return ends_[route].place;
    }

    /// First link of a route.
    [[nodiscard]] std::uint32_t first_link(std::uint32_t route) const noexcept {
        return ends_[route].first_link;
    }

    /// Length of a route [km].
    [[nodiscard]] double km(std::uint32_t route) const noexcept { return km_[route]; }

    /// Links of a route, in order.
    [[nodiscard]] std::span<std::uint32_t const> links(std::uint32_t route) const noexcept {
        return std::span{links_}.subspan(first_link_[route],
                                         first_link_[route + 1] - first_link_[route]);
    }

  private:
    // What a departure asks of a route, together.
    struct Ends {
        std::uint32_t first_link;
        std::uint32_t place;  // the last one
    };

    std::vector<std::uint32_t> first_route_;  // shape (places + 1)
    std::vector<Ends> ends_;
    std::vector<double> km_;
    std::vector<std::uint32_t> first_link_;  // in links_; shape (routes + 1)
    std::vector<std::uint32_t> links_;
};

}  // namespace models::flee
