#include "models/economy/economy.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "models/economy/kidnapping.hpp"
#include "models/economy/spoils.hpp"
#include "models/world/happen.hpp"
#include "models/world/realignment.hpp"
#include "sim/base/check.hpp"
#include "sim/config/toml_file.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

constexpr auto jihadist = static_cast<std::size_t>(Family::jihadist);

EconomyParams params() {
    EconomyParams params;
    params.pay[jihadist] = 10.0;
    params.first_pay_days = 30.0;
    params.joining_pay_days = 45.0;
    params.sanctions_share = 0.1;
    params.need = 1.0;
    params.first_arms = 1.0;
    params.least_armament = 0.3;
    params.use = 1.0;
    params.capture_share = 0.5;
    params.depot = 20.0;
    params.price = 500.0;
    params.reserve_days = 10.0;
    params.purchase_share = 0.1;
    params.foreigner_share = 1.0;
    params.ransom_share = 1.0;
    params.ransom_low = 3e6;
    params.ransom_high = 5e6;
    params.captivity_days = 5.0;
    return params;
}

/// Two jihadist groups of 100 fighters each, in towns 0 and 1.
World jihadist_war() {
    World world = small_war();
    for (ActorId const group : {rebels, allies_of_rebels}) {
        world.actors.family[group.row] = Family::jihadist;
        world.actors.target_strength[group.row] = 100.0;
        add_unit(world, group, group.row - 1, 100);
    }
    add_unit(world, state, 2, 100);
    return world;
}

ConflictEvent fight(World const& world, EventKind kind, ActorId by, ActorId on,
                    std::uint32_t own_dead, std::uint32_t their_dead) {
    ConflictEvent event;
    event.day = world.today;
    event.kind = kind;
    event.attacker = by;
    event.target = on;
    event.cell = world.map->places.cell[1];
    event.attacker_deaths = own_dead;
    event.deaths[static_cast<std::size_t>(world.actors.side(by))] += own_dead;
    event.deaths[static_cast<std::size_t>(world.actors.side(on))] += their_dead;
    return event;
}

double sum(std::vector<double> const& column) {
    return std::accumulate(column.begin(), column.end(), 0.0);
}

/// The first day of a world, which equips the groups.
World equipped_war(EconomyParams const& params) {
    World world = jihadist_war();
    EconomyProcess{params, *world.map}(world);
    return world;
}

TEST(Economy, GroupsBringArmsAndFundsOnce) {
    World world = equipped_war(params());
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 100.0);
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 29.0 * 100.0 * 10.0);  // a day was paid
    EXPECT_DOUBLE_EQ(world.economy.ledger.arms_brought, 200.0);
    EconomyProcess{params(), *world.map}(world);
    EXPECT_DOUBLE_EQ(world.economy.ledger.arms_brought, 200.0);
    EXPECT_DOUBLE_EQ(world.actors.arms[state.row], 0.0);
    EXPECT_DOUBLE_EQ(world.actors.armament[state.row], 1.0);
}

TEST(Economy, PaysFightersUntilFundsAreGone) {
    World world = equipped_war(params());
    EconomyProcess process{params(), *world.map};
    for (int day = 0; day < 29; ++day) process(world);
    EXPECT_DOUBLE_EQ(world.economy.paid_share(rebels), 1.0);
    EXPECT_NEAR(world.actors.funds[rebels.row], 0.0, 1e-9);
    process(world);
    EXPECT_DOUBLE_EQ(world.economy.paid_share(rebels), 0.0);
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 0.0);
    EXPECT_DOUBLE_EQ(world.economy.paid_share(state), 1.0);
}

TEST(Economy, PaysWhoJoinsAtOnce) {
    auto with = params();
    with.first_arms = 2.0;  // nothing to buy
    World world = equipped_war(with);
    double const before = world.actors.funds[rebels.row];
    world.units.fighters[0] = 110;
    EconomyProcess{with, *world.map}(world);
    EXPECT_NEAR(before - world.actors.funds[rebels.row], (110.0 + 45.0 * 10.0) * 10.0, 1e-9);
}

TEST(Economy, SharesSponsorsWithinTheFamilyByStrength) {
    auto with = params();
    with.pay = {};
    with.sponsors[jihadist] = 400.0;
    World world = jihadist_war();
    world.actors.target_strength[rebels.row] = 300.0;
    EconomyProcess{with, *world.map}(world);
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 300.0);
    EXPECT_DOUBLE_EQ(world.actors.funds[allies_of_rebels.row], 100.0);
}

TEST(Economy, PaysWhoControlsARoute) {
    auto with = params();
    with.pay = {};
    with.routes = {{.place = "town-1", .usd = 1000.0}};
    World world = jihadist_war();
    EconomyProcess process{with, *world.map};
    process(world);
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 0.0);  // the state controls it
    world.cells.control_of(world.map->places.cell[1], 4)[rebels.row] = 0.25F;
    process(world);
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 250.0);
    with.routes = {{.place = "nowhere", .usd = 1.0}};
    EXPECT_THROW((EconomyProcess{with, *world.map}), sim::InputError);
}

TEST(Economy, SanctionsTakeTheirShareOfTheIncomeOfThoseTheyName) {
    auto with = params();
    with.pay = {};
    with.sponsors[jihadist] = 200.0;
    World world = jihadist_war();
    world.measures.push_back({.key = "row",
                              .kind = MeasureKind::sanctions,
                              .actor = rebels,
                              .value = 0.5,
                              .has_value = true});
    EconomyProcess process{with, *world.map};
    process(world);
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 50.0);
    EXPECT_DOUBLE_EQ(world.actors.funds[allies_of_rebels.row], 100.0);
    EXPECT_DOUBLE_EQ(world.economy.ledger.money_sanctioned, 50.0);
    world.measures = {{.key = "row", .kind = MeasureKind::sanctions}};
    process(world);
    EXPECT_DOUBLE_EQ(world.actors.funds[allies_of_rebels.row], 190.0);
}

TEST(Economy, ArmsFlowInUntilTheDateAndToTheFamiliesNamed) {
    auto with = params();
    with.inflow = 6.0;
    with.inflow_until = sim::make_date(2012, 1, 3);
    with.inflow_to[jihadist] = true;
    World world = jihadist_war();
    world.actors.family[allies_of_rebels.row] = Family::loyalist;
    EconomyProcess process{with, *world.map};
    for (std::uint32_t day = 0; day < 5; ++day) {
        world.today = sim::Day{day};
        process(world);
    }
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 112.0);  // 1 and 2 January
    EXPECT_DOUBLE_EQ(world.actors.arms[allies_of_rebels.row], 100.0);
    EXPECT_DOUBLE_EQ(world.economy.ledger.arms_inflow, 12.0);
}

TEST(Economy, BuysWhatIsMissingFromFundsAboveTheReserve) {
    World world = equipped_war(params());
    world.actors.arms[rebels.row] = 40.0;
    world.economy.ledger.arms_used += 60.0;
    double const funds = world.actors.funds[rebels.row];
    EconomyProcess{params(), *world.map}(world);
    double const to_spend = 0.1 * (funds - 1000.0 - 10.0 * 1000.0);
    EXPECT_NEAR(world.actors.arms[rebels.row], 40.0 + to_spend / 500.0, 1e-9);
    EXPECT_NEAR(world.actors.armament[rebels.row], world.actors.arms[rebels.row] / 100.0, 1e-12);
}

TEST(Armament, FollowsArmsForEachFighterBetweenItsLimits) {
    EXPECT_DOUBLE_EQ(armament_of(params(), 50.0, 100.0), 0.5);
    EXPECT_DOUBLE_EQ(armament_of(params(), 500.0, 100.0), 1.0);
    EXPECT_DOUBLE_EQ(armament_of(params(), 0.0, 100.0), 0.3);
    EXPECT_DOUBLE_EQ(armament_of(params(), 0.0, 0.0), 1.0);
}

TEST(Spoils, GoFromWhoLostTheFieldToTheOther) {
    World world = equipped_war(params());
    take_spoils(world, params(), fight(world, EventKind::armed_clash, rebels, state, 2, 8));
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 100.0 - 1.0 + 4.0);  // used, captured
    EXPECT_DOUBLE_EQ(world.economy.ledger.arms_captured, 4.0);
    take_spoils(world, params(), fight(world, EventKind::armed_clash, rebels, state, 8, 2));
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 103.0 - 1.0 - 4.0);
    EXPECT_DOUBLE_EQ(world.economy.ledger.arms_lost, 4.0);
}

TEST(Spoils, BetweenGroupsMoveAndAreDestroyedFromAfar) {
    World world = equipped_war(params());
    take_spoils(world, params(),
                fight(world, EventKind::armed_clash, rebels, allies_of_rebels, 1, 4));
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 101.0);
    EXPECT_DOUBLE_EQ(world.actors.arms[allies_of_rebels.row], 98.0);
    take_spoils(world, params(), fight(world, EventKind::air_strike, foreigners, rebels, 0, 10));
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 96.0);
    EXPECT_DOUBLE_EQ(world.economy.ledger.arms_used, 1.0 + 5.0);
}

TEST(Spoils, OfAPlaceAreTheDepotOfItsHolder) {
    World world = equipped_war(params());
    take_spoils(world, params(), fight(world, EventKind::place_taken, rebels, state, 0, 0));
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 120.0);
    world.actors.arms[allies_of_rebels.row] = 5.0;
    take_spoils(world, params(),
                fight(world, EventKind::place_taken, rebels, allies_of_rebels, 0, 0));
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 125.0);
    EXPECT_DOUBLE_EQ(world.actors.arms[allies_of_rebels.row], 0.0);
}

TEST(Kidnapping, HappensWhereTheStateHasNoHoldAndOnlyByThoseWhoDoIt) {
    auto with = params();
    with.kidnap_rate = 365.25 * 50.0;  // every day
    World world = equipped_war(params());
    KidnappingProcess{with}(world);
    EXPECT_TRUE(world.events.empty());  // the state holds every cell
    for (auto& share : world.cells.control) share = 0.0F;
    with.kidnap_rate = 0.0;
    KidnappingProcess{with}(world);
    EXPECT_TRUE(world.events.empty());
    with.kidnap_rate = 365.25 * 50.0;
    world.actors.family[allies_of_rebels.row] = Family::separatist;
    KidnappingProcess{with}(world);
    ASSERT_EQ(world.events.size(), 1U);
    EXPECT_EQ(world.events[0].kind, EventKind::abduction);
    EXPECT_EQ(world.events[0].attacker, rebels);
    EXPECT_EQ(world.events[0].all_deaths(), 0U);
    EXPECT_EQ(world.economy.hostages.size(), 1U);
}

TEST(Kidnapping, HappensAtTheStatedRate) {
    auto with = params();
    with.kidnap_rate = 12.0;
    World world = equipped_war(params());
    world.actors.family[allies_of_rebels.row] = Family::separatist;
    for (auto& share : world.cells.control) share = 0.0F;
    std::uint32_t const days = 36'525;
    for (std::uint32_t day = 0; day < days; ++day) {
        world.today = sim::Day{day};
        world.events.clear();
        KidnappingProcess{with}(world);
    }
    double const expected = days * -std::expm1(-12.0 / 365.25);
    EXPECT_NEAR(static_cast<double>(world.economy.hostages.size()), expected,
                5.0 * std::sqrt(expected));
}

TEST(Kidnapping, PaysTheRansomOnceWhenItIsDue) {
    auto with = params();
    with.pay = {};
    World world = equipped_war(with);
    world.measures.push_back({.key = "row",
                              .kind = MeasureKind::kidnap,
                              .actor = rebels,
                              .place = PlaceId{1},
                              .value = 2.0,
                              .has_value = true});
    KidnappingProcess{with}(world);
    world.measures.clear();
    ASSERT_EQ(world.economy.hostages.size(), 1U);
    double const ransom = world.economy.hostages.ransom[0];
    EXPECT_GE(ransom, 3e6);
    EXPECT_LE(ransom, 5e6);
    sim::Day const due = world.economy.hostages.due[0];
    EXPECT_GT(due.value, world.today.value);
    EconomyProcess process{with, *world.map};
    world.today = sim::Day{due.value - 1};
    process(world);
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 0.0);
    for (int days = 0; days < 3; ++days) {
        ++world.today.value;
        process(world);
    }
    EXPECT_DOUBLE_EQ(world.actors.funds[rebels.row], 2.0 * ransom);
}

TEST(Means, MoveWithSplitsAndMergersAndAreGivenUpAtTheEnd) {
    World world = equipped_war(params());
    world.economy.hostages.add(rebels, 1, 1e6, sim::Day{100});
    move_means(world, rebels, allies_of_rebels, 0.25);
    EXPECT_DOUBLE_EQ(world.actors.arms[allies_of_rebels.row], 125.0);
    EXPECT_EQ(world.economy.hostages.captor[0], rebels);
    merge_actor(world, rebels, allies_of_rebels);
    EXPECT_DOUBLE_EQ(world.actors.arms[allies_of_rebels.row], 200.0);
    EXPECT_DOUBLE_EQ(world.actors.arms[rebels.row], 0.0);
    EXPECT_EQ(world.economy.hostages.captor[0], allies_of_rebels);
    end_actor(world, allies_of_rebels);
    EXPECT_DOUBLE_EQ(sum(world.actors.arms), 0.0);
    EXPECT_NEAR(world.economy.ledger.arms(), 0.0, 1e-9);
    EXPECT_NEAR(world.economy.ledger.money(), 0.0, 1e-9);
    EXPECT_EQ(world.economy.hostages.held[0], 0);
}

TEST(Economy, AccountsForEveryWeaponAndDollar) {
    auto with = params();
    with.sponsors[jihadist] = 900.0;
    with.routes = {{.place = "town-1", .usd = 300.0}};
    with.inflow = 3.0;
    with.inflow_until = sim::make_date(2012, 2, 1);
    with.inflow_to[jihadist] = true;
    with.kidnap_rate = 20.0;
    World world = jihadist_war();
    for (auto& share : world.cells.control) share = 0.2F;
    EconomyProcess economy{with, *world.map};
    for (std::uint32_t day = 0; day < 200; ++day) {
        world.today = sim::Day{day};
        if (day == 120) split_actor(world, rebels, allies_of_rebels, 0.3);
        if (day == 150) merge_actor(world, rebels, allies_of_rebels);
        economy(world);
        world.events.clear();
        KidnappingProcess{with}(world);
        if (day % 3 == 0) {
            happen(world, fight(world, EventKind::armed_clash, rebels, state, 1, day % 5));
        }
        if (day % 7 == 0) {
            happen(world, fight(world, EventKind::complex_attack, state, rebels, 2, day % 11));
            happen(world, fight(world, EventKind::air_strike, state, allies_of_rebels, 0, 9));
        }
        if (day % 50 == 0) {
            happen(world, fight(world, EventKind::place_taken, state, rebels, 0, 0));
        }
        ASSERT_NEAR(sum(world.actors.arms), world.economy.ledger.arms(), 1e-6) << day;
        ASSERT_NEAR(sum(world.actors.funds), world.economy.ledger.money(), 1e-3) << day;
        for (std::size_t a = 0; a < world.actors.size(); ++a) {
            ASSERT_GE(world.actors.arms[a], 0.0);
            ASSERT_GE(world.actors.funds[a], 0.0);
            ASSERT_GE(world.actors.armament[a], 0.3);
            ASSERT_LE(world.actors.armament[a], 1.0);
        }
    }
    EXPECT_GT(world.economy.ledger.arms_bought, 0.0);
    EXPECT_GT(world.economy.hostages.size(), 0U);
}

std::string const good =
    "first_pay_days = 1\njoining_pay_days = 1\nsanctions_share = 0.1\nneed = 1\nfirst_arms = 1\n"
    "least_armament = 0.2\ninflow = 1\ninflow_until = 2012-12-31\ninflow_to = [\"jihadist\"]\n"
    "use = 1\ncapture_share = 0.5\ndepot = 1\nprice = 500\nreserve_days = 1\n"
    "purchase_share = 0.1\nkidnap_rate = 1\nforeigner_share = 0.5\nransom_share = 0.5\n"
    "ransom_low = 3\nransom_high = 5\nlocal_ransom = 1\ncaptivity_days = 9\n"
    "pay = { none = 1, separatist = 2, jihadist = 3, loyalist = 4, communal = 5 }\n"
    "sponsors = { none = 1, separatist = 2, jihadist = 3, loyalist = 4, communal = 5 }\n"
    "routes = { town-1 = 7 }\n";

TEST(ReadEconomyParams, ReadsEveryKeyAndChecksIt) {
    auto const root = sim::TomlFile::parse(good, "t").root();
    auto const read = read_economy_params(root);
    root.finish();
    EXPECT_DOUBLE_EQ(read.pay[jihadist], 3.0);
    EXPECT_TRUE(read.inflow_to[jihadist]);
    EXPECT_FALSE(read.inflow_to[0]);
    ASSERT_EQ(read.routes.size(), 1U);
    EXPECT_EQ(read.routes[0].place, "town-1");
    for (auto const& [from, to] :
         {std::pair{"ransom_high = 5", "ransom_high = 2"}, std::pair{"need = 1", "need = 0"},
          std::pair{"[\"jihadist\"]", "[\"pirate\"]"}, std::pair{"use = 1\n", ""}}) {
        auto bad = good;
        bad.replace(bad.find(from), std::string{from}.size(), to);
        EXPECT_THROW(static_cast<void>(read_economy_params(sim::TomlFile::parse(bad, "t").root())),
                     sim::InputError)
            << from;
    }
}

}  // namespace
}  // namespace models::testing
