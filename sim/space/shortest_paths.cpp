#include "sim/space/shortest_paths.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace sim {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// The cheapest first; of equally cheap nodes the lowest.
using Reached = std::pair<double, NodeId>;
using Queue = std::priority_queue<Reached, std::vector<Reached>, std::greater<>>;

}  // namespace

PathTree cheapest_paths(Graph const& graph, NodeId node, std::span<double const> link_costs,
                        Heading heading) {
    SIM_EXPECTS(node.row < graph.nodes());
    SIM_EXPECTS(link_costs.size() == graph.links());
    SIM_EXPECTS(std::ranges::all_of(link_costs, [](double cost) { return cost >= 0.0; }));

    PathTree tree{.cost = std::vector<double>(graph.nodes(), infinite),
                  .link = std::vector<LinkId>(graph.nodes(), LinkId{no_row})};
    std::vector<NodeId> parent(graph.nodes(), NodeId{no_row});
    std::vector<std::uint8_t> is_settled(graph.nodes(), 0);
    Queue queue;
    tree.cost[node.row] = 0.0;
    queue.emplace(0.0, node);

    while (!queue.empty()) {
        NodeId const here = queue.top().second;
        queue.pop();
        if (is_settled[here.row] != 0) continue;
        is_settled[here.row] = 1;
        auto const exits = heading == Heading::away ? graph.links_from(here) : graph.links_to(here);
        for (auto const [there, link] : exits) {
            double const cost = tree.cost[here.row] + link_costs[link.row];
            if (is_settled[there.row] != 0 || cost == infinite) continue;
            // Links are visited in ascending order, so that the first of equal ones stays.
            bool const is_tie = cost == tree.cost[there.row] && here < parent[there.row];
            if (cost < tree.cost[there.row]) queue.emplace(cost, there);
            if (cost < tree.cost[there.row] || is_tie) {
                tree.cost[there.row] = cost;
                tree.link[there.row] = link;
                parent[there.row] = here;
            }
        }
    }
    return tree;
}

PathTable::PathTable(Graph const& graph, std::span<std::uint8_t const> open)
    : nodes_{graph.nodes()},
      distances_km_(std::size_t{nodes_} * nodes_),
      links_(std::size_t{nodes_} * nodes_) {
    SIM_EXPECTS(open.empty() || open.size() == graph.links());
    std::vector<double> costs(graph.lengths_km().begin(), graph.lengths_km().end());
    for (std::size_t link = 0; link < open.size(); ++link) {
        if (open[link] == 0) costs[link] = infinite;
    }
    // Some destinations at a time, so that what is written of a start is a whole line of memory.
    constexpr std::uint32_t together = 8;
    for_rows((nodes_ + together - 1) / together, [&](std::uint32_t block) noexcept {
        std::uint32_t const first = block * together;
        std::uint32_t const end = std::min(nodes_, first + together);
        std::vector<std::vector<double>> costs_to;
        for (std::uint32_t to = first; to < end; ++to) {
            auto tree = cheapest_paths(graph, NodeId{to}, costs, Heading::towards);
            std::ranges::copy(tree.link, links_.begin() + std::ptrdiff_t{to} * nodes_);
            costs_to.push_back(std::move(tree.cost));
        }
        for (std::uint32_t from = 0; from < nodes_; ++from) {
            for (std::uint32_t to = first; to < end; ++to) {
                distances_km_[std::size_t{from} * nodes_ + to] = costs_to[to - first][from];
            }
        }
    });
}

}  // namespace sim
