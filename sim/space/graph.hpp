#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/ids.hpp"

/// \file sim/space/graph.hpp
/// Nodes and the links between them.

namespace sim {

/// A node of a graph.
using NodeId = Id<struct NodeTag>;

/// A link of a graph: the row of the route it was made from, in both directions.
using LinkId = Id<struct LinkTag>;

/// A link as it is given.
struct Route {
    NodeId from;
    NodeId to;
    double length_km = 0.0;  ///< > 0 and finite.
};

/// Whether a route can also be taken backwards.
enum class Travel { one_way, both_ways };

/// A link seen from one of its ends.
struct Exit {
    NodeId node;  ///< At the other end.
    LinkId link;

    friend constexpr auto operator<=>(Exit, Exit) = default;
};

/// A fixed set of nodes and links. Several links may join the same two nodes.
class Graph {
  public:
    /// \param nodes   Number of nodes; they are 0 to nodes - 1.
    /// \param routes  Row i becomes link i.
    /// \throws InputError if a route ends at no node or where it starts, or has no length.
    Graph(std::uint32_t nodes, std::span<Route const> routes, Travel travel);

    /// Number of nodes.
    [[nodiscard]] std::uint32_t nodes() const noexcept { return nodes_; }

    /// Number of links, each counted once.
    [[nodiscard]] std::uint32_t links() const noexcept {
        return static_cast<std::uint32_t>(routes_.size());
    }

    /// The route that a link was made from.
    [[nodiscard]] Route const& route(LinkId link) const noexcept { return routes_[link.row]; }

    /// Length of every link [km]; shape (links).
    [[nodiscard]] std::span<double const> lengths_km() const noexcept { return lengths_km_; }

    /// Links that lead away from \p node, by node at the other end, then link.
    [[nodiscard]] std::span<Exit const> links_from(NodeId node) const noexcept {
        return outward_.at(node);
    }

    /// Links that lead to \p node, by node at the other end, then link.
    [[nodiscard]] std::span<Exit const> links_to(NodeId node) const noexcept {
        return inward_.at(node);
    }

    /// The end of \p link that is not \p node. \pre The link ends at the node.
    [[nodiscard]] NodeId other_end(LinkId link, NodeId node) const noexcept {
        Route const& taken = routes_[link.row];
        return taken.from == node ? taken.to : taken.from;
    }

  private:
    struct Exits {
        std::vector<std::size_t> first;  // where the exits of a node begin; shape (nodes + 1)
        std::vector<Exit> exits;

        [[nodiscard]] std::span<Exit const> at(NodeId node) const noexcept {
            auto const begin = first[node.row];
            return std::span{exits}.subspan(begin, first[node.row + 1] - begin);
        }
    };

    [[nodiscard]] Exits exits_of(bool has_forward, bool has_backward) const;

    std::uint32_t nodes_;
    std::vector<Route> routes_;
    std::vector<double> lengths_km_;  // shape (links)
    Exits outward_;
    Exits inward_;
};

}  // namespace sim
