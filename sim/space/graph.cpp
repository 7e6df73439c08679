#include "sim/space/graph.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "sim/base/check.hpp"

namespace sim {
namespace {

void check_route(Route const& route, std::size_t row, std::uint32_t nodes) {
    auto const name = "route " + std::to_string(row) + " from node " +
                      std::to_string(route.from.row) + " to node " + std::to_string(route.to.row);
    require(route.from.row < nodes && route.to.row < nodes,
            name + " (there are " + std::to_string(nodes) +
                " nodes, counted from 0). Add the node or remove the route.");
    require(route.from != route.to, name + " (it leads nowhere). Remove the route.");
    require(std::isfinite(route.length_km) && route.length_km > 0.0,
            name + " has length " + std::to_string(route.length_km) +
                " km (must be > 0). Give its length.");
}

}  // namespace

Graph::Graph(std::uint32_t nodes, std::span<Route const> routes, Travel travel)
    : nodes_{nodes}, routes_(routes.begin(), routes.end()) {
    for (std::size_t row = 0; row < routes.size(); ++row) {
        check_route(routes[row], row, nodes);
        lengths_km_.push_back(routes[row].length_km);
    }
    bool const is_two_way = travel == Travel::both_ways;
    outward_ = exits_of(true, is_two_way);
    inward_ = exits_of(is_two_way, true);
}

Graph::Exits Graph::exits_of(bool has_forward, bool has_backward) const {
    std::vector<std::vector<Exit>> by_node(nodes_);
    for (std::uint32_t row = 0; row < routes_.size(); ++row) {
        auto const& [from, to, length_km] = routes_[row];
        if (has_forward) by_node[from.row].push_back({to, {row}});
        if (has_backward) by_node[to.row].push_back({from, {row}});
    }
    Exits all;
    all.first.push_back(0);
    for (auto& exits : by_node) {
        std::ranges::sort(exits);
        all.exits.insert(all.exits.end(), exits.begin(), exits.end());
        all.first.push_back(all.exits.size());
    }
    return all;
}

}  // namespace sim
