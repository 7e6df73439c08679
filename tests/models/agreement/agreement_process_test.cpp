#include "models/agreement/agreement_process.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/world/geography.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

AgreementParams const params{.collapse_rate = {0.1, 0.05, 0.01},
                             .compliance = {0.25, 0.125, 0.0},
                             .violation_effect = 0.5,
                             .violation_memory_days = 30.0,
                             .monitor_factor = 0.0,
                             .monitor_km = 50.0,
                             .stall_effect = 2.0,
                             .stall_after_days = 365.0,
                             .implementation_days = 500.0,
                             .implementation_ceiling = 0.5};

/// As above, but nothing ever collapses.
AgreementParams firm_params() {
    AgreementParams firm = params;
    firm.collapse_rate = {};
    return firm;
}

AgreementId agree(World& world, ActorId a, ActorId b,
                  AgreementKind kind = AgreementKind::cessation) {
    return begin_agreement(world.agreements, {.kind = kind, .a = a, .b = b}, world.today);
}

ConflictEvent attack(ActorId attacker, ActorId target, std::uint32_t day,
                     EventKind kind = EventKind::armed_clash) {
    ConflictEvent event;
    event.day = sim::Day{day};
    event.kind = kind;
    event.attacker = attacker;
    event.target = target;
    return event;
}

TEST(AgreementProcess, HoldsBackItsPartiesAndNobodyElse) {
    World world = politics_world();
    agree(world, state, rebels);
    agree(world, rebels, militia, AgreementKind::preliminary);
    AgreementProcess{firm_params()}(world);
    for (std::uint32_t a = 0; a < 6; ++a) {
        for (std::uint32_t b = 0; b < 6; ++b) {
            float expected = 1.0F;
            if ((a == state.row && b == rebels.row) || (a == rebels.row && b == state.row)) {
                expected = 0.25F;
            } else if ((a == militia.row && b == rebels.row) ||
                       (a == rebels.row && b == militia.row)) {
                expected = 0.125F;
            }
            EXPECT_EQ(world.compliance.at(ActorId{a}, ActorId{b}), expected) << a << ' ' << b;
        }
    }
}

TEST(AgreementProcess, TheLastAgreementOfAPairHasTheLastWord) {
    World world = politics_world();
    agree(world, state, rebels);
    agree(world, rebels, state, AgreementKind::definitive);
    AgreementProcess{firm_params()}(world);
    EXPECT_EQ(world.compliance.at(state, rebels), 0.0F);
    end_agreement(world.agreements, AgreementId{1}, AgreementState::lapsed, world.today);
    AgreementProcess{firm_params()}(world);
    EXPECT_EQ(world.compliance.at(state, rebels), 1.0F);
}

TEST(AgreementProcess, CountsAttacksBetweenThePartiesSinceItBegan) {
    World world = politics_world();
    go_to(world, 10);
    auto const id = agree(world, state, rebels);
    world.events = {attack(rebels, state, 9)};  // on the eve of signing
    AgreementProcess const process{firm_params()};
    process(world);
    EXPECT_EQ(world.agreements.violations[id.row], 0U);
    go_to(world, 11);
    world.events = {attack(rebels, state, 10), attack(state, rebels, 10),
                    attack(militia, state, 10), attack(rebels, no_actor, 10),
                    attack(rebels, state, 10, EventKind::place_taken)};
    process(world);
    EXPECT_EQ(world.agreements.violations[id.row], 2U);
    EXPECT_DOUBLE_EQ(world.agreements.recent_violations[id.row], 2.0);
    world.events.clear();
    go_to(world, 12);
    process(world);
    EXPECT_DOUBLE_EQ(world.agreements.recent_violations[id.row], 2.0 * std::exp(-1.0 / 30.0));
    EXPECT_EQ(world.agreements.violations[id.row], 2U);
}

/// Days until an agreement collapses, or `limit`.
std::uint32_t lifetime(World world, AgreementParams const& with, std::uint32_t limit) {
    AgreementProcess const process{with};
    for (std::uint32_t day = 0; day < limit; ++day) {
        go_to(world, day);
        process(world);
        if (world.agreements.state[0] == AgreementState::in_force) continue;
        EXPECT_EQ(world.agreements.state[0], AgreementState::collapsed);
        EXPECT_EQ(world.agreements.ends[0], sim::Day{day});
        EXPECT_EQ(world.compliance.at(state, rebels), 1.0F);
        return day;
    }
    return limit;
}

TEST(AgreementProcess, CollapsesAtTheStatedRate) {
    // Days survived are geometric with p = 1 - exp(-0.1): mean (1 - p) / p, sd sqrt(1 - p) / p.
    double const p = -std::expm1(-0.1);
    int const runs = 2000;
    double days = 0.0;
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
        World world = politics_world();
        world.seed = sim::Seed{seed};
        agree(world, state, rebels);
        days += lifetime(std::move(world), params, 1000);
    }
    EXPECT_NEAR(days / runs, (1.0 - p) / p, 5.0 * std::sqrt(1.0 - p) / p / std::sqrt(runs));
}

TEST(AgreementProcess, NeverCollapsesWhereItHoldsOrIsWatchedPerfectly) {
    World holds = politics_world();
    holds.agreements = {};
    begin_agreement(holds.agreements, {.a = state, .b = rebels, .cannot_collapse = true},
                    sim::Day{0});
    EXPECT_EQ(lifetime(holds, params, 500), 500U);

    World watched = politics_world();
    agree(watched, state, rebels);
    add_unit(watched, rebels, 50, north);
    add_unit(watched, peacekeepers, 100, north);
    EXPECT_EQ(lifetime(watched, params, 500), 500U);  // monitor_factor is 0
}

/// The rebels are half in the north, half in the fort beside the east; the state in the capital.
World world_to_watch() {
    World world = politics_world();
    add_unit(world, state, 100, capital);
    add_unit(world, rebels, 50, north);
    add_unit(world, rebels, 50, fort);
    return world;
}

TEST(Watch, SeesThePartiesNearPeacekeepersOnly) {
    World world = world_to_watch();
    EXPECT_DOUBLE_EQ((Watch{world, 50.0}.of(state, rebels)), 0.0);
    add_unit(world, peacekeepers, 120, east);
    EXPECT_DOUBLE_EQ((Watch{world, 5.0}.of(state, rebels)), 0.0);  // the fort is 10 km away
    EXPECT_DOUBLE_EQ((Watch{world, 50.0}.of(state, rebels)), 0.5);
    EXPECT_DOUBLE_EQ((Watch{world, 150.0}.of(rebels, state)), 1.0);
    EXPECT_DOUBLE_EQ((Watch{world, 150.0}.of(state, militia)), 0.0);
}

TEST(Watch, HasMonitorsByMeasureBesideThePeacekeepers) {
    World world = world_to_watch();
    Measure measure{.kind = MeasureKind::monitor, .actor = militia, .other = rebels};
    world.measures = {measure};
    EXPECT_DOUBLE_EQ((Watch{world, 50.0}.of(state, rebels)), 0.0);  // who is not there sees nothing
    add_unit(world, militia, 10, north);
    EXPECT_DOUBLE_EQ((Watch{world, 50.0}.of(state, rebels)), 0.5);
    EXPECT_DOUBLE_EQ((Watch{world, 50.0}.of(state, militia)), 0.0);
    add_unit(world, peacekeepers, 120, east);
    EXPECT_DOUBLE_EQ((Watch{world, 50.0}.of(state, rebels)), 0.75);
    world.measures[0].value = 0.8;
    world.measures[0].has_value = true;
    EXPECT_DOUBLE_EQ((Watch{world, 50.0}.of(state, rebels)), 0.7);
}

TEST(AgreementProcess, ImplementsNothingWhileTheStateIsNotAccepted) {
    World world = politics_world();
    agree(world, state, rebels, AgreementKind::definitive);
    world.legitimacy = 0.0;
    AgreementProcess{firm_params()}(world);
    EXPECT_EQ(world.agreements.implementation[0], 0.0);
}

TEST(AgreementProcess, ImplementsAccordsOnly) {
    World world = politics_world();
    agree(world, state, rebels, AgreementKind::definitive);
    agree(world, state, militia, AgreementKind::preliminary);
    AgreementProcess{firm_params()}(world);
    EXPECT_NEAR(world.agreements.implementation[0], 0.5 * -std::expm1(-1.0 / 500.0), 1e-15);
    EXPECT_EQ(world.agreements.implementation[1], 0.0);
}

/// Day on which the agreement of state and rebels ends.
sim::Day end_of_luck(World world) {
    AgreementProcess const process{params};
    while (agreement_between(world.agreements, state, rebels) != no_agreement) {
        process(world);
        ++world.today.value;
    }
    return sim::Day{world.today.value - 1};
}

TEST(AgreementProcess, LuckOfAPairDoesNotDependOnOtherAgreements) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        World alone = politics_world();
        alone.seed = sim::Seed{seed};
        World among = alone;
        agree(alone, state, rebels);
        agree(among, state, militia);
        agree(among, rebels, state);  // in another row, and the other way round
        EXPECT_EQ(end_of_luck(std::move(among)), end_of_luck(std::move(alone))) << seed;
    }
}

TEST(AgreementProcess, IsTheSameForAnyThreadCount) {
    World world = politics_world();
    agree(world, state, rebels);
    auto const with_threads = [&](int threads) {
        int const usual = sim::threads();
        sim::set_threads(threads);
        auto const days = lifetime(world, params, 1000);
        sim::set_threads(usual);
        return days;
    };
    EXPECT_EQ(with_threads(1), with_threads(2));
    EXPECT_EQ(with_threads(1), with_threads(7));
}

TEST(AgreementProcess, RefusesTimesOfZero) {
    AgreementParams bad = params;
    bad.violation_memory_days = 0.0;
    EXPECT_THROW(AgreementProcess{bad}, sim::ContractError);
    bad = params;
    bad.implementation_days = 0.0;
    EXPECT_THROW(AgreementProcess{bad}, sim::ContractError);
}

}  // namespace
}  // namespace models
