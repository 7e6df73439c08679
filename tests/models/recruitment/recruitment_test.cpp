#include "models/recruitment/recruitment.hpp"

#include <gtest/gtest.h>

#include "models/economy/economy.hpp"
#include "models/forces/forces_process.hpp"
#include "sim/config/toml_file.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

RecruitmentParams params() {
    return {.join_rate = 0.001,
            .grievance_pull = 5.0,
            .grievance_half = 1.0,
            .threat_pull = 1.0,
            .threat_half = 2.0,
            .food_pull = 0.5,
            .unpaid_joining = 0.5,
            .people_share = 1.0,
            .leave_rate = 0.001,
            .unpaid_leaving = 0.002,
            .disorder_leaving = 0.004,
            .most_change = 0.05};
}

World war_with_rebels() {
    World world = small_war();
    world.actors.target_strength[rebels.row] = 100.0;
    add_unit(world, rebels, 1, 100);
    return world;
}

/// Strength of the rebels after some days, with nobody dying.
double strength_after(World world, RecruitmentParams const& with, std::uint32_t days) {
    RecruitmentProcess process{with, world};
    for (std::uint32_t day = 0; day < days; ++day) {
        world.today = sim::Day{day};
        process(world);
    }
    return world.actors.target_strength[rebels.row];
}

TEST(Joining, FollowsTheFormula) {
    Surroundings const around{.fighters = 100.0, .grievance = 1.0, .threat = 2.0, .hunger = 0.4};
    EXPECT_NEAR(joining(params(), around, 1.0, 1.0), 0.1 * (1.0 + 2.5 + 0.5 + 0.2), 1e-12);
    EXPECT_NEAR(joining(params(), around, 0.0, 1.0), 0.05 * 4.2, 1e-12);
    EXPECT_DOUBLE_EQ(joining(params(), around, 1.0, 0.0), 0.0);
    EXPECT_DOUBLE_EQ(joining(params(), {}, 1.0, 1.0), 0.0);
}

TEST(Joining, IsDueToTheStateForSevenTenthsWhereItJustDidHarm) {
    auto const share = [](double grievance) {
        return share_by_grievance(params(), {.fighters = 1.0, .grievance = grievance});
    };
    EXPECT_NEAR(share(1.0), 0.71, 0.01);  // UNDP 2017, on recruits with a tipping point
    EXPECT_DOUBLE_EQ(share(0.0), 0.0);
}

TEST(Leaving, RisesWithoutPayAndWithDisorder) {
    EXPECT_NEAR(leaving(params(), 100.0, 1.0, 1.0), 0.1, 1e-12);
    EXPECT_NEAR(leaving(params(), 100.0, 0.0, 1.0), 0.3, 1e-12);
    EXPECT_NEAR(leaving(params(), 100.0, 1.0, 0.5), 0.3, 1e-12);
}

TEST(Recruitment, LeavesStrengthAsItIsInCalm) {
    // Only the room that those under arms already take is missing: 1 of 1,000.
    EXPECT_NEAR(strength_after(war_with_rebels(), params(), 365), 100.0, 0.1);
}

TEST(Recruitment, GrowsWithGrievanceThreatAndHungerAndFadesWithThem) {
    double const calm = strength_after(war_with_rebels(), params(), 100);
    World angry = war_with_rebels();
    auto const cell = angry.map->places.cell[1];
    angry.cells.grievance.add(CellFields::grievance_row(cell, Community::other), 5.0, {0});
    World angrier = angry;
    angrier.cells.grievance.add(CellFields::grievance_row(cell, Community::other), 15.0, {0});
    EXPECT_GT(strength_after(angry, params(), 100), calm + 1.0);
    EXPECT_GT(strength_after(angrier, params(), 100), strength_after(angry, params(), 100));
    // With a memory of four weeks little is left of it half a year later.
    EXPECT_LT(strength_after(angry, params(), 300), strength_after(angry, params(), 200) + 0.1);

    World threatened = war_with_rebels();
    threatened.cells.threat.add(cell.row, 5.0, {0});
    EXPECT_GT(strength_after(threatened, params(), 100), calm + 0.5);
    World hungry = war_with_rebels();
    hungry.cells.food_stress.assign(hungry.cells.food_stress.size(), 1.0F);
    EXPECT_GT(strength_after(hungry, params(), 100), calm + 1.0);
}

TEST(Recruitment, HeedsTheGrievanceOfItsOwnCommunityOnly) {
    World world = war_with_rebels();
    world.actors.community[rebels.row] = Community::other;
    double const calm = strength_after(world, params(), 100);
    auto const cell = world.map->places.cell[1];
    world.cells.grievance.add(CellFields::grievance_row(cell, Community::dogon), 50.0, {0});
    EXPECT_DOUBLE_EQ(strength_after(world, params(), 100), calm);
    world.cells.grievance.add(CellFields::grievance_row(cell, Community::other), 5.0, {0});
    EXPECT_GT(strength_after(world, params(), 100), calm + 1.0);
}

TEST(Recruitment, FindsNobodyInACommunityThatIsUnderArmsOrNotThere) {
    World world = war_with_rebels();
    world.actors.community[rebels.row] = Community::tuareg;
    EXPECT_LT(strength_after(world, params(), 365), 75.0);  // nobody joins, some leave
    world.actors.community[rebels.row] = Community::other;  // 100,000 people
    auto with = params();
    with.people_share = 0.001;
    with.join_rate = 0.05;
    double const strength = strength_after(world, with, 3000);
    EXPECT_LE(strength, 100.0);
    with.people_share = 0.01;
    EXPECT_LE(strength_after(world, with, 3000), 1000.0);
    EXPECT_GT(strength_after(world, with, 3000), 800.0);
}

TEST(Recruitment, BoundsTheChangeOfADay) {
    auto with = params();
    with.join_rate = 1.0;
    with.most_change = 0.01;
    EXPECT_NEAR(strength_after(war_with_rebels(), with, 8), 107.0, 1e-9);
}

TEST(Recruitment, ChangesNothingWithoutRatesAndNobodyElse) {
    auto off = params();
    off.join_rate = off.leave_rate = off.unpaid_leaving = off.disorder_leaving = 0.0;
    EXPECT_DOUBLE_EQ(strength_after(war_with_rebels(), off, 365), 100.0);
    World world = war_with_rebels();
    world.actors.target_strength[state.row] = 500.0;
    world.actors.target_strength[foreigners.row] = 50.0;
    world.actors.target_strength[allies_of_rebels.row] = 70.0;
    world.actors.active[allies_of_rebels.row] = 0;
    RecruitmentProcess process{params(), world};
    for (std::uint32_t day = 0; day < 100; ++day) {
        world.today = sim::Day{day};
        process(world);
    }
    EXPECT_DOUBLE_EQ(world.actors.target_strength[state.row], 500.0);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[foreigners.row], 50.0);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[allies_of_rebels.row], 70.0);
}

/// Fighters of a jihadist group two years on, that lives from a ransom of so many dollars.
std::uint64_t fighters_with_ransom(double usd) {
    World world = war_with_rebels();
    world.actors.family[rebels.row] = Family::jihadist;
    world.deployment.of(rebels)[1] = 1.0;
    world.economy.hostages.add(rebels, 1, usd, sim::Day{10});
    EconomyParams means;
    means.pay[static_cast<std::size_t>(Family::jihadist)] = 10.0;
    means.first_pay_days = 30.0;
    EconomyProcess economy{means, *world.map};
    RecruitmentProcess recruitment{params(), world};
    ForcesProcess const forces{{},
                               {.arrival_days = 10.0,
                                .replacement_days = 60.0,
                                .state_unit = 100,
                                .external_unit = 100,
                                .peacekeeper_unit = 100,
                                .rebel_unit = 40,
                                .militia_unit = 40}};
    for (std::uint32_t day = 0; day < 730; ++day) {
        world.today = sim::Day{day};
        economy(world);
        recruitment(world);
        forces(world);
    }
    auto const& totals = world.totals;
    auto const militant = static_cast<std::size_t>(Side::militant);
    // Those of the first unit were there before anybody counted.
    EXPECT_EQ(fighters_of(world, rebels),
              100 + totals.fighters_raised[militant] - totals.fighters_disbanded[militant]);
    return fighters_of(world, rebels);
}

TEST(Recruitment, WeakensAGroupWhoseRansomsAreCut) {
    EXPECT_GT(fighters_with_ransom(2e6), 90U);
    EXPECT_LT(fighters_with_ransom(0.0), 50U);
    EXPECT_LT(fighters_with_ransom(2e5), fighters_with_ransom(2e6));
}

TEST(ReadRecruitmentParams, ReadsEveryKeyAndChecksIt) {
    std::string const good =
        "join_rate = 0.001\ngrievance_pull = 5\ngrievance_half = 1\nthreat_pull = 1\n"
        "threat_half = 2\nfood_pull = 1\nunpaid_joining = 0.5\npeople_share = 0.1\n"
        "leave_rate = 0.002\nunpaid_leaving = 0.003\ndisorder_leaving = 0.004\n"
        "most_change = 0.01\n";
    auto const root = sim::TomlFile::parse(good, "t").root();
    EXPECT_DOUBLE_EQ(read_recruitment_params(root).disorder_leaving, 0.004);
    root.finish();
    auto bad = good;
    bad.replace(bad.find("threat_half = 2"), 15, "threat_half = 0");
    EXPECT_THROW(static_cast<void>(read_recruitment_params(sim::TomlFile::parse(bad, "t").root())),
                 sim::InputError);
}

}  // namespace
}  // namespace models::testing
