#include "sim/space/graph.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

std::vector<Route> const three_routes{{{2}, {0}, 5.0}, {{0}, {1}, 7.0}, {{0}, {2}, 6.0}};

std::vector<Exit> listed(std::span<Exit const> exits) {
    return {exits.begin(), exits.end()};
}

TEST(Graph, LeadsBothWaysByTheSameLink) {
    Graph const graph{4, three_routes, Travel::both_ways};
    EXPECT_EQ(graph.nodes(), 4U);
    EXPECT_EQ(graph.links(), 3U);
    EXPECT_EQ(listed(graph.links_from({0})),
              (std::vector<Exit>{{{1}, {1}}, {{2}, {0}}, {{2}, {2}}}));
    EXPECT_EQ(listed(graph.links_from({2})), (std::vector<Exit>{{{0}, {0}}, {{0}, {2}}}));
    EXPECT_EQ(listed(graph.links_to({0})), listed(graph.links_from({0})));
    EXPECT_TRUE(graph.links_from({3}).empty());
}

TEST(Graph, LeadsOneWayOnlyFromStartToEnd) {
    Graph const graph{3, three_routes, Travel::one_way};
    EXPECT_EQ(listed(graph.links_from({0})), (std::vector<Exit>{{{1}, {1}}, {{2}, {2}}}));
    EXPECT_EQ(listed(graph.links_to({0})), (std::vector<Exit>{{{2}, {0}}}));
    EXPECT_TRUE(graph.links_from({1}).empty());
}

TEST(Graph, KnowsItsRoutes) {
    Graph const graph{3, three_routes, Travel::both_ways};
    EXPECT_EQ(graph.lengths_km()[1], 7.0);
    EXPECT_EQ(graph.route({0}).from, NodeId{2});
    EXPECT_EQ(graph.other_end({0}, {0}), NodeId{2});
    EXPECT_EQ(graph.other_end({0}, {2}), NodeId{0});
}

TEST(Graph, RefusesRoutesThatCannotBe) {
    auto const make = [](Route const& route) {
        static_cast<void>(Graph{2, std::vector{route}, Travel::both_ways});
    };
    make({{0}, {1}, 1.0});
    EXPECT_THROW(make({{0}, {2}, 1.0}), InputError);
    EXPECT_THROW(make({{2}, {0}, 1.0}), InputError);
    EXPECT_THROW(make({{1}, {1}, 1.0}), InputError);
    for (double const wrong : {0.0, -1.0, std::nan(""), HUGE_VAL}) {
        EXPECT_THROW(make({{0}, {1}, wrong}), InputError);
    }
}

}  // namespace
}  // namespace sim
