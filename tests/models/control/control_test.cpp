#include "models/control/control.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "models/control/capture.hpp"
#include "models/world/unit_orders.hpp"
#include "tests/models/small_war.hpp"

namespace models {
namespace {

using namespace testing;

ControlParams params() {
    return {.presence_km = 10.0,
            .half_presence = 20.0,
            .adapt_days = 10.0,
            .follow_days = 1e9,
            .hide_presence = 0.1,
            .rout_ratio = 1.5,
            .rout_days = 2.0,
            .neglect_days = 1e9,
            .takeover_shock = 1.0,
            .return_shock = 0.2,
            .capture_shock = 0.5};
}

void pass_days(World& world, ControlProcess& control, int days) {
    for (int d = 0; d < days; ++d, ++world.today.value) {
        world.events.clear();
        control(world);
    }
}

/// A day in a cell where so much is felt of each actor.
void follow(std::vector<float> const& strength, std::vector<float>& share) {
    std::vector<Felt> felt;
    for (std::uint32_t actor = 0; actor < strength.size(); ++actor) {
        if (strength[actor] > 0.0F) felt.push_back({ActorId{actor}, strength[actor]});
    }
    std::vector<float> nobody(share.size(), 0.0F);
    follow_presence(felt, sum_of(felt), AdaptPace{params()}.at(sum_of(felt)), share, nobody);
    EXPECT_EQ(nobody, std::vector<float>(share.size(), 0.0F));
}

TEST(FollowPresence, MovesByThePaceOfTheFormula) {
    std::vector<float> share{1.0F, 0.0F};
    follow({0.0F, 20.0F}, share);
    double const pace = (1.0 - std::exp(-0.1)) * 0.5;
    EXPECT_NEAR(share[0], 1.0 - pace, 1e-6);
    EXPECT_NEAR(share[1], pace, 1e-6);
}

TEST(FollowPresence, KeepsSharesInBounds) {
    std::vector<float> share{0.9F, 0.0F, 0.0F};
    for (int day = 0; day < 1000; ++day) {
        follow({3.0F, 1000.0F, 20.0F}, share);
        double sum = 0.0;
        for (float const part : share) {
            ASSERT_GE(part, 0.0F);
            sum += part;
        }
        ASSERT_LE(sum, 1.0 + 1e-5);
    }
    EXPECT_NEAR(share[1], 1000.0 / 1023.0, 1e-3);
}

TEST(FollowPresence, LetsTheSharesOfOthersFade) {
    std::vector<float> share{0.2F, 0.2F, 0.2F, 0.2F, 0.2F};
    follow({0.0F, 20.0F, 0.0F, 60.0F, 0.0F}, share);
    float const way = AdaptPace{params()}.at(80.0F);
    ASSERT_GT(way, 0.0F);
    for (std::size_t const other : {0U, 2U, 4U})
        EXPECT_NEAR(share[other], 0.2F * (1.0F - way), 1e-6);
    EXPECT_NEAR(share[1], 0.2F + way * (0.25F - 0.2F), 1e-6);
    EXPECT_NEAR(share[3], 0.2F + way * (0.75F - 0.2F), 1e-6);
}

TEST(PresenceField, SumsTheUnitsOfEachActor) {
    World world = small_war();
    add_unit(world, state, 1, 30);
    add_unit(world, rebels, 1, 40);
    add_unit(world, state, 1, 10);
    PresenceField field{world, params()};
    field.rebuild(world);
    sim::CellId const cell = world.map->places.cell[1];
    auto const expected = [&](ActorId actor) {
        return static_cast<float>(40.0 * world.actors.strength_per_fighter(actor));
    };
    ASSERT_EQ(field.felt(cell).size(), 2U);
    for (Felt const& felt : field.felt(cell)) {
        EXPECT_FLOAT_EQ(felt.strength, expected(felt.actor));
    }
    EXPECT_LT(field.felt(cell)[0].actor, field.felt(cell)[1].actor);
    EXPECT_FLOAT_EQ(sum_of(field.felt(cell)), expected(state) + expected(rebels));
    EXPECT_TRUE(std::ranges::is_sorted(field.cells()));
    EXPECT_TRUE(std::ranges::binary_search(field.cells(), cell));
    for (auto& fighters : world.units.fighters) fighters = 0;
    field.rebuild(world);
    EXPECT_TRUE(field.cells().empty());
    EXPECT_TRUE(field.felt(cell).empty());
}

TEST(HasAll, AgreesWithWhatFollowingTheHolderChanges) {
    std::vector<std::vector<float>> const all{
        {1.0F, 0.0F, 0.0F}, {0.0F, 0.0F, 0.0F}, {0.9F, 0.0F, 0.0F}, {1.0F, 1e-9F, 0.0F}};
    for (auto const& before : all) {
        for (ActorId const holder : {ActorId{0}, ActorId{1}, no_actor}) {
            auto after = before;
            follow_holder(holder, 0.1F, after);
            EXPECT_EQ(has_all(holder, before), before == after);
        }
    }
}

TEST(Control, ChangesOnlyWhereSomebodyIs) {
    World world = small_war();
    add_unit(world, rebels, 0, 40);
    ControlProcess control{params(), world};
    pass_days(world, control, 30);
    auto const actors = world.actors.size();
    auto const near = world.cells.control_of(world.map->places.cell[0], actors);
    auto const far = world.cells.control_of(world.map->places.cell[3], actors);
    EXPECT_GT(near[rebels.row], 0.5F);
    EXPECT_GT(far[state.row], 1.0F - 1e-6F);
    EXPECT_LT(far[rebels.row], 1e-6F);
}

TEST(Control, FrightensWhereArmedGroupsGainIt) {
    World world = small_war();
    add_unit(world, rebels, 0, 40);
    ControlProcess control{params(), world};
    pass_days(world, control, 10);
    EXPECT_GT(world.cells.takeover.at(world.map->places.cell[0].row, world.today), 0.3);
    EXPECT_EQ(world.cells.takeover.at(world.map->places.cell[3].row, world.today), 0.0);
}

// The process sums the shares of all groups only where their change may be noticed. This sums all.
TEST(Control, FrightensByWhatArmedGroupsGainAndLoseInEveryCell) {
    World world = small_war();
    auto const actors = world.actors.size();
    std::vector const groups{rebels, allies_of_rebels};
    auto quick = params();
    quick.capture_shock = 0.0;
    quick.follow_days = 20.0;
    ControlProcess control{quick, world};
    std::array const bands{add_unit(world, rebels, 0, 40), add_unit(world, allies_of_rebels, 1, 5),
                           add_unit(world, state, 0, 10), add_unit(world, foreigners, 2, 30)};
    world.relations.set(state, allies_of_rebels, Relation::hostile);
    for (auto const group : groups) ASSERT_TRUE(would_fight(world, group, state));
    int gains = 0, losses = 0;
    for (std::uint32_t day = 0; day < 120; ++day, ++world.today.value) {
        for (std::size_t i = 0; i < bands.size(); ++i) {  // now one side has more, now another
            auto const size = 1 + (7 * day + 13 * i) % (20 + 30 * i);
            world.units.fighters[bands[i].row] = static_cast<std::uint16_t>(size);
        }
        auto const before = std::as_const(world);
        control(world);
        for (std::uint32_t c = 0; c < world.map->nearby.size(); ++c) {
            auto const of = [&](World const& at) {
                return armed_groups_share(at.cells.control_of(sim::CellId{c}, actors), groups);
            };
            double const gain = of(world) - of(before);
            double const shock = gain > 1e-3    ? quick.takeover_shock * gain
                                 : gain < -1e-3 ? quick.return_shock * -gain
                                                : 0.0;
            double const left = before.cells.takeover.at(c, world.today);
            double const old = left < 1e-3 ? 0.0 : left;  // forgotten in the morning
            ASSERT_NEAR(world.cells.takeover.at(c, world.today), old + shock, 1e-6)
                << "cell " << c << " on day " << day;
            gains += gain > 1e-3;
            losses += gain < -1e-3;
        }
    }
    EXPECT_GT(gains, 100);
    EXPECT_GT(losses, 100);
}

TEST(Control, FrightensNobodyUnderACeasefire) {
    World world = small_war();
    world.compliance.set(rebels, state, 0.1F);
    add_unit(world, rebels, 0, 40);
    ControlProcess control{params(), world};
    world.places.holder[0] = rebels;  // no capture
    pass_days(world, control, 10);
    EXPECT_EQ(world.cells.takeover.at(world.map->places.cell[0].row, world.today), 0.0);
}

TEST(Control, OfEmptyLandFollowsItsTown) {
    World world = small_war();
    world.places.holder[0] = rebels;  // the town of every cell of this map
    auto quick = params();
    quick.follow_days = 20.0;
    ControlProcess control{quick, world};
    pass_days(world, control, 1);
    auto const share = world.cells.control_of(world.map->places.cell[3], world.actors.size());
    double const pace = 1.0 - std::exp(-0.5);
    EXPECT_NEAR(share[rebels.row], pace, 1e-6);
    EXPECT_NEAR(share[state.row], 1.0 - pace, 1e-6);
    EXPECT_NEAR(world.cells.takeover.at(world.map->places.cell[3].row, {0}), pace, 1e-6);
}

TEST(Control, OfEmptyLandFollowsItsTownAfterALongRest) {
    World world = small_war();
    auto quick = params();
    quick.follow_days = 20.0;
    ControlProcess control{quick, world};
    auto const share = world.cells.control_of(world.map->places.cell[3], world.actors.size());
    pass_days(world, control, 31);
    ASSERT_EQ(share[state.row], 1.0F) << "all is the state's";
    world.places.holder[0] = rebels;
    pass_days(world, control, 10);
    double const pace = 1.0 - std::exp(-0.5);
    EXPECT_NEAR(share[rebels.row], pace, 1e-6);
    world.places.holder[0] = state;
    pass_days(world, control, 10);
    EXPECT_NEAR(share[rebels.row], pace * (1.0 - pace), 1e-6);
    EXPECT_NEAR(share[state.row], 1.0 - pace * (1.0 - pace), 1e-6);
}

TEST(Capture, NeedsNoFightWhereNobodyDefends) {
    World world = small_war();
    add_unit(world, rebels, 2, 40);
    ControlProcess control{params(), world};
    pass_days(world, control, 1);
    EXPECT_EQ(world.places.holder[2], rebels);
    ASSERT_EQ(world.events.size(), 1U);
    EXPECT_EQ(world.events[0].kind, EventKind::place_taken);
    EXPECT_EQ(world.events[0].attacker, rebels);
    EXPECT_EQ(world.events[0].target, state);
    EXPECT_EQ(world.events[0].all_deaths(), 0U);
}

TEST(Capture, FailsAgainstAStrongerGarrison) {
    World world = small_war();
    add_unit(world, rebels, 2, 40);
    add_unit(world, state, 2, 100);
    ControlProcess control{params(), world};
    pass_days(world, control, 200);
    EXPECT_EQ(world.places.holder[2], state);
}

TEST(Capture, RoutsAWeakGarrisonAfterTheStatedTime) {
    double days = 0.0;
    int const wars = 400;
    for (int seed = 0; seed < wars; ++seed) {
        World world = small_war(static_cast<std::uint64_t>(seed));
        add_unit(world, rebels, 2, 200);
        add_unit(world, state, 2, 100);
        ControlProcess control{params(), world};
        while (world.places.holder[2] == state) {
            pass_days(world, control, 1);
            ++days;
        }
        EXPECT_EQ(world.units.posture[1], Posture::transit);  // it left for another town
    }
    // Geometric with p = 1 - exp(-1/2): mean 1/p days.
    double const p = 1.0 - std::exp(-0.5);
    EXPECT_NEAR(days / wars, 1.0 / p, 5.0 * std::sqrt((1.0 - p) / (p * p) / wars));
}

TEST(Capture, IsEasierWhenCohesionIsGone) {
    World world = small_war();
    add_unit(world, rebels, 2, 100);
    add_unit(world, state, 2, 100);
    ControlProcess control{params(), world};
    pass_days(world, control, 50);
    EXPECT_EQ(world.places.holder[2], state);
    world.actors.cohesion[state.row] = 0.3;
    pass_days(world, control, 50);
    EXPECT_EQ(world.places.holder[2], rebels);
}

TEST(Capture, ByForeignersIsForTheState) {
    World world = small_war();
    world.places.holder[1] = rebels;
    add_unit(world, foreigners, 1, 100);
    ControlProcess control{params(), world};
    pass_days(world, control, 1);
    EXPECT_EQ(world.places.holder[1], state);
}

TEST(Capture, ByAlliesOfTheStateIsForTheState) {
    World world = small_war();
    world.places.holder[1] = rebels;
    world.relations.set(rebels, allies_of_rebels, Relation::hostile);
    world.relations.set(state, allies_of_rebels, Relation::allied);
    add_unit(world, allies_of_rebels, 1, 100);
    ControlProcess control{params(), world};
    pass_days(world, control, 1);
    EXPECT_EQ(world.places.holder[1], state);
}

TEST(Capture, UnderACeasefireIsOnlyOfWhatWasLeft) {
    World world = small_war();
    world.compliance.set(rebels, state, 0.1F);
    UnitId const guard = add_unit(world, state, 2, 10);
    add_unit(world, rebels, 2, 400);
    ControlProcess control{params(), world};
    pass_days(world, control, 50);
    EXPECT_EQ(world.places.holder[2], state);
    world.units.fighters[guard.row] = 0;
    pass_days(world, control, 1);
    EXPECT_EQ(world.places.holder[2], rebels);
}

TEST(Capture, IsNotTheWorkOfThoseWhoHide) {
    World world = small_war();
    UnitId const unit = add_unit(world, rebels, 2, 400);
    world.units.posture[unit.row] = Posture::hide;
    ControlProcess control{params(), world};
    pass_days(world, control, 50);
    EXPECT_EQ(world.places.holder[2], state);
}

TEST(FollowNeighbours, TakesAPlaceWithoutAGarrison) {
    World world = small_war();
    add_unit(world, state, 0, 100);
    world.places.holder[3] = rebels;
    add_unit(world, rebels, 3, 40);
    auto careless = params();
    careless.neglect_days = 1e-3;
    ControlProcess control{careless, world};
    pass_days(world, control, 1);
    EXPECT_EQ(world.places.holder[0], state);
    EXPECT_EQ(world.places.holder[1], state);   // nearest garrison is the state's
    EXPECT_EQ(world.places.holder[2], rebels);  // nearest garrison is the rebels'
}

TEST(FollowNeighbours, LeavesFriendsAlone) {
    World world = small_war();
    world.places.holder[3] = foreigners;
    add_unit(world, foreigners, 3, 40);
    auto careless = params();
    careless.neglect_days = 1e-3;
    ControlProcess control{careless, world};
    pass_days(world, control, 5);
    EXPECT_EQ(world.places.holder[2], state);
}

TEST(Standoff, CountsAlliesOnBothSides) {
    World world = small_war();
    world.places.holder[0] = rebels;
    add_unit(world, allies_of_rebels, 0, 30);
    add_unit(world, state, 0, 100);
    add_unit(world, foreigners, 0, 50);
    auto const standoff = standoff_at(world, PlaceId{0}, StrengthAtPlaces{world});
    EXPECT_EQ(standoff.holders, 30.0);
    EXPECT_EQ(standoff.challengers, 150.0);
    EXPECT_EQ(standoff.strongest, state);
}

}  // namespace
}  // namespace models
