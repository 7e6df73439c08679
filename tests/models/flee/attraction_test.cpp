#include "models/flee/attraction.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "tests/models/flee/small_instance.hpp"

namespace models::flee {
namespace {

TEST(FleeAttraction, CapacityMultiplierFallsFromTheBufferToNone) {
    EXPECT_EQ(capacity_multiplier(75.0, 100.0, 0.75), 1.0);
    EXPECT_DOUBLE_EQ(capacity_multiplier(80.0, 100.0, 0.75), 0.8);
    EXPECT_EQ(capacity_multiplier(100.0, 100.0, 0.75), 0.0);
    EXPECT_EQ(capacity_multiplier(1e9, 0.5, 0.75), 1.0);  // no limit
    EXPECT_EQ(capacity_multiplier(99.0, 100.0, 1.0), 1.0);
    EXPECT_EQ(capacity_multiplier(101.0, 100.0, 1.0), 0.0);
}

TEST(FleeAttraction, DecayTakesTheLastFactorForOldConflicts) {
    SpawnRules rules;
    EXPECT_EQ(conflict_decay(rules, 3, 300), 1.0);
    rules.decay = {1.0, 0.5, 0.1};
    EXPECT_EQ(conflict_decay(rules, 10, 39), 1.0);
    EXPECT_EQ(conflict_decay(rules, 10, 40), 0.5);
    EXPECT_EQ(conflict_decay(rules, 10, 70), 0.1);
    EXPECT_EQ(conflict_decay(rules, 10, 9000), 0.1);
}

// Shares of routes chosen from Beta, which has Alpha at 100 km and Gamma at 150 km.
class FromBeta {
  public:
    explicit FromBeta(Instance const& instance)
        : routes_(std::make_shared<RouteTable const>(instance.places, instance.links,
                                                     instance.settings.move.awareness_level)),
          state(first_state(instance)),
          attraction(instance, routes_),
          is_closed(instance.links.size(), 0) {}

    double share_to(std::uint32_t place) {
        attraction.begin_day(state, 0, is_closed, true);
        int hits = 0;
        for (int i = 0; i < 10'000; ++i) {
            auto const route = attraction.choose(1, (i + 0.5) / 10'000.0);
            if (route && routes_->end(*route) == place) ++hits;
        }
        return hits / 10'000.0;
    }

  private:
    std::shared_ptr<RouteTable const> routes_;

  public:
    PlaceState state;
    Attraction attraction;
    std::vector<std::uint8_t> is_closed;
};

TEST(FleeAttraction, ChoosesByScoreOverLength) {
    SmallInstance files;
    files.files["simsetting.yml"] =
        "move_rules:\n  camp_weight: 4.0\n  foreign_weight: 0.5\n  conflict_weight: 0.25\n";
    auto const instance = files.load();
    FromBeta beta{instance};
    double const camp = 4.0 * 0.5 / 160.0;
    double const conflict = 0.25 / 110.0;
    EXPECT_NEAR(beta.share_to(2), camp / (camp + conflict), 1e-4);

    beta.is_closed[2] = 1;  // Beta to Gamma
    EXPECT_EQ(beta.share_to(2), 0.0);
    EXPECT_EQ(beta.share_to(0), 1.0);
    beta.is_closed[1] = 1;  // Beta to Alpha
    EXPECT_EQ(beta.share_to(0), 0.0);
    EXPECT_FALSE(beta.attraction.choose(1, 0.5).has_value());
}

TEST(FleeAttraction, AFullCampDrawsNobodyUnlessAllAreFull) {
    SmallInstance files;
    auto& locations = files.files["input_csv/locations.csv"];
    locations.replace(locations.find("camp,,0"), 7, "camp,,10");
    auto const instance = files.load();
    FromBeta beta{instance};
    beta.state.agents[2] = 10;
    EXPECT_EQ(beta.share_to(2), 0.0);
    beta.is_closed[1] = 1;
    EXPECT_EQ(beta.share_to(2), 1.0);  // every open route has weight 0: any of them
}

TEST(FleeRouteTable, ListsLoopFreeRoutesOfTheAwarenessLevel) {
    SmallInstance files;
    files.files["input_csv/routes.csv"] = "Alpha,Beta,100\nBeta,Gamma,150\nAlpha,Gamma,500\n";
    auto const instance = files.load();
    RouteTable const one{instance.places, instance.links, 1};
    EXPECT_EQ(one.size(), 6U);
    RouteTable const two{instance.places, instance.links, 2};
    EXPECT_EQ(two.size(), 12U);
    EXPECT_EQ(two.begin(1), 4U);  // from Alpha: Beta, Beta-Gamma, Gamma, Gamma-Beta
    EXPECT_EQ(two.end(1), 2U);
    EXPECT_EQ(two.km(1), 250.0);
    EXPECT_EQ(two.links(1).size(), 2U);
    EXPECT_EQ((RouteTable{instance.places, instance.links, 0}.size()), 0U);
}

TEST(FleeRouteTable, PassesMarkersWithoutCountingThem) {
    SmallInstance files;
    auto& locations = files.files["input_csv/locations.csv"];
    locations.replace(locations.find("town"), 4, "marker");
    auto const instance = files.load();
    RouteTable const routes{instance.places, instance.links, 1};
    ASSERT_EQ(routes.begin(1), 1U);  // from Alpha only to Gamma, through Beta
    EXPECT_EQ(routes.end(0), 2U);
    EXPECT_EQ(routes.km(0), 250.0);
}

}  // namespace
}  // namespace models::flee
