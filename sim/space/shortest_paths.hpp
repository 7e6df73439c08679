#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/space/graph.hpp"

/// \file sim/space/shortest_paths.hpp
/// Cheapest ways through a graph, the same on every machine: of equally cheap ways the one whose
/// next node, then link, has the lowest number.

namespace sim {

/// Whether paths lead away from the node asked about, or to it.
enum class Heading { away, towards };

/// The cheapest path between one node and every other.
struct PathTree {
    /// Cost of the whole path, in the unit of the link costs; infinite if there is none.
    std::vector<double> cost;

    /// The link that joins a node to its path: the last one of a path away from the node asked
    /// about, the first one of a path towards it. `no_row` for that node and where there is no
    /// path.
    std::vector<LinkId> link;
};

/// Cheapest paths between \p node and all others, by Dijkstra's algorithm.
///
/// \param link_costs  Any unit, >= 0, the same both ways; infinite closes the link; shape (links).
/// \see Dijkstra (1959), "A note on two problems in connexion with graphs",
///      doi:10.1007/BF01386390.
[[nodiscard]] PathTree cheapest_paths(Graph const& graph, NodeId node,
                                      std::span<double const> link_costs, Heading heading);

/// The shortest path from every node to every other: 12 bytes for each pair of nodes.
class PathTable {
  public:
    /// \param open  0 where a link is closed; shape (links). Empty if all links are open.
    /// \post The same for any number of threads.
    explicit PathTable(Graph const& graph, std::span<std::uint8_t const> open = {});

    /// Length of the shortest path [km]; infinite if there is none.
    [[nodiscard]] double distance_km(NodeId from, NodeId to) const noexcept {
        return distances_km_[std::size_t{from.row} * nodes_ + to.row];
    }

    /// The first link of the shortest path; nothing if there is none, or if it has no links.
    ///
    /// Taking it and asking again, as long as there is one, leads to the destination.
    [[nodiscard]] std::optional<LinkId> next_hop(NodeId from, NodeId to) const noexcept {
        LinkId const link = next_link(from, to);
        if (link.row == no_row) return std::nullopt;
        return link;
    }

    /// The same, but a link of row no_row for nothing: a row fits a register, so that those who
    /// ask often need not wait for memory.
    [[nodiscard]] LinkId next_link(NodeId from, NodeId to) const noexcept {
        return links_[std::size_t{to.row} * nodes_ + from.row];
    }

    /// Number of nodes.
    [[nodiscard]] std::uint32_t nodes() const noexcept { return nodes_; }

  private:
    // Those who choose ask how far all places are from one; those on the way, for the links to one.
    std::uint32_t nodes_;
    std::vector<double> distances_km_;  // shape (starts, destinations)
    std::vector<LinkId> links_;         // shape (destinations, starts)
};

}  // namespace sim
