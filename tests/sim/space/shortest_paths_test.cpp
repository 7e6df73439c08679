#include "sim/space/shortest_paths.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/stream.hpp"

namespace sim {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// 0 -1- 1 -1- 3      4 alone
//  \1- 2 -1- /
std::vector<Route> const diamond{
    {{0}, {2}, 1.0}, {{2}, {3}, 1.0}, {{0}, {1}, 1.0}, {{1}, {3}, 1.0}, {{0}, {1}, 1.0}};

Graph random_graph(std::uint32_t nodes, std::uint32_t links, Travel travel) {
    Stream draw{Seed{8}, Purpose{0}, nodes, Day{0}};
    std::vector<Route> routes;
    while (routes.size() < links) {
        NodeId const from{draw.below(nodes)}, to{draw.below(nodes)};
        // Whole kilometres, few of them: many ties.
        if (from != to) routes.push_back({from, to, 1.0 + draw.below(9)});
    }
    return {nodes, routes, travel};
}

std::vector<std::vector<double>> floyd_warshall(Graph const& graph,
                                                std::vector<std::uint8_t> const& open) {
    auto const n = graph.nodes();
    std::vector<std::vector<double>> km(n, std::vector<double>(n, infinite));
    for (std::uint32_t i = 0; i < n; ++i) {
        km[i][i] = 0.0;
        for (auto const [node, link] : graph.links_from({i})) {
            double const length = open[link.row] != 0 ? graph.route(link).length_km : infinite;
            km[i][node.row] = std::min(km[i][node.row], length);
        }
    }
    for (std::uint32_t k = 0; k < n; ++k) {
        for (std::uint32_t i = 0; i < n; ++i) {
            for (std::uint32_t j = 0; j < n; ++j) {
                km[i][j] = std::min(km[i][j], km[i][k] + km[k][j]);
            }
        }
    }
    return km;
}

TEST(CheapestPaths, BreakTiesByNodeThenLink) {
    Graph const graph{5, diamond, Travel::both_ways};
    auto const tree = cheapest_paths(graph, {3}, graph.lengths_km(), Heading::towards);
    EXPECT_EQ(tree.cost, (std::vector<double>{2, 1, 1, 0, infinite}));
    EXPECT_EQ(tree.link[0], LinkId{2});  // by node 1, not 2; by link 2, not its twin 4
    EXPECT_EQ(tree.link[3], LinkId{no_row});
    EXPECT_EQ(tree.link[4], LinkId{no_row});
}

TEST(CheapestPaths, FollowTheDirectionOfOneWayLinks) {
    Graph const graph{5, diamond, Travel::one_way};
    auto const away = cheapest_paths(graph, {1}, graph.lengths_km(), Heading::away);
    EXPECT_EQ(away.cost, (std::vector<double>{infinite, 0, infinite, 1, infinite}));
    auto const towards = cheapest_paths(graph, {1}, graph.lengths_km(), Heading::towards);
    EXPECT_EQ(towards.cost, (std::vector<double>{1, 0, infinite, infinite, infinite}));
}

TEST(CheapestPaths, UseTheCostsGivenAndNoClosedLink) {
    Graph const graph{5, diamond, Travel::both_ways};
    std::vector<double> const costs{infinite, 0.0, 4.0, 0.0, 3.0};
    auto const tree = cheapest_paths(graph, {0}, costs, Heading::away);
    EXPECT_EQ(tree.cost, (std::vector<double>{0, 3, 3, 3, infinite}));
    EXPECT_EQ(tree.link[1], LinkId{4});
    EXPECT_EQ(tree.link[2], LinkId{1});
}

TEST(CheapestPaths, DoNotTurnBackOverLinksThatCostNothing) {
    std::vector<Route> const line{{{2}, {0}, 1.0}, {{0}, {1}, 1.0}};
    Graph const graph{3, line, Travel::both_ways};
    auto const tree = cheapest_paths(graph, {2}, std::vector<double>{1.0, 0.0}, Heading::away);
    EXPECT_EQ(tree.cost, (std::vector<double>{1, 1, 0}));
    EXPECT_EQ(tree.link[0], LinkId{0});  // not back from node 1, which has the lower number
    EXPECT_EQ(tree.link[1], LinkId{1});
}

TEST(CheapestPaths, RefuseWrongCosts) {
    Graph const graph{5, diamond, Travel::both_ways};
    auto const ask = [&](NodeId node, std::vector<double> const& costs) {
        static_cast<void>(cheapest_paths(graph, node, costs, Heading::away));
    };
    EXPECT_THROW(ask({5}, {1, 1, 1, 1, 1}), ContractError);
    EXPECT_THROW(ask({0}, {1, 1, 1, 1}), ContractError);
    EXPECT_THROW(ask({0}, {1, 1, 1, 1, -1}), ContractError);
}

TEST(PathTable, AgreesWithFloydAndWarshallAndItsHopsArrive) {
    for (auto const travel : {Travel::one_way, Travel::both_ways}) {
        auto const graph = random_graph(60, 110, travel);
        for (std::uint32_t const closed_every : {1000U, 3U}) {
            std::vector<std::uint8_t> open(graph.links());
            for (std::uint32_t i = 0; i < open.size(); ++i) open[i] = (i + 1) % closed_every != 0;
            auto const expected = floyd_warshall(graph, open);
            PathTable const table{graph, open};
            for (std::uint32_t from = 0; from < graph.nodes(); ++from) {
                for (std::uint32_t to = 0; to < graph.nodes(); ++to) {
                    ASSERT_EQ(table.distance_km({from}, {to}), expected[from][to]);
                    double walked = expected[from][to] == infinite ? infinite : 0.0;
                    NodeId here{from};
                    while (auto const link = table.next_hop(here, {to})) {
                        ASSERT_NE(open[link->row], 0);
                        walked += graph.route(*link).length_km;
                        here = graph.other_end(*link, here);
                        ASSERT_LE(walked, expected[from][to]);
                    }
                    ASSERT_EQ(walked, expected[from][to]);
                }
            }
        }
    }
}

TEST(PathTable, TakesTheLowestNextNodeOfAllShortestPaths) {
    auto const graph = random_graph(40, 200, Travel::both_ways);
    PathTable const table{graph};
    for (std::uint32_t from = 0; from < graph.nodes(); ++from) {
        for (std::uint32_t to = 0; to < graph.nodes(); ++to) {
            std::optional<LinkId> expected;
            for (auto const [node, link] : graph.links_from({from})) {
                double const km = graph.route(link).length_km + table.distance_km(node, {to});
                if (from != to && !expected && km == table.distance_km({from}, {to})) {
                    expected = link;
                }
            }
            ASSERT_EQ(table.next_hop({from}, {to}), expected);
        }
    }
}

TEST(PathTable, IsTheSameForAnyThreadCount) {
    auto const graph = random_graph(53, 150, Travel::both_ways);
    int const before = threads();
    set_threads(1);
    PathTable const alone{graph};
    for (int const count : {2, 7}) {
        set_threads(count);
        PathTable const shared{graph};
        for (std::uint32_t from = 0; from < graph.nodes(); ++from) {
            for (std::uint32_t to = 0; to < graph.nodes(); ++to) {
                ASSERT_EQ(shared.next_hop({from}, {to}), alone.next_hop({from}, {to}));
                ASSERT_EQ(shared.distance_km({from}, {to}), alone.distance_km({from}, {to}));
            }
        }
    }
    set_threads(before);
}

TEST(PathTable, RefusesAMaskOfTheWrongSize) {
    Graph const graph{5, diamond, Travel::both_ways};
    std::vector<std::uint8_t> const open{1, 1};
    EXPECT_THROW(static_cast<void>(PathTable(graph, open)), ContractError);
}

}  // namespace
}  // namespace sim
