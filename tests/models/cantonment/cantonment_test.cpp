#include "models/cantonment/cantonment.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/movement/movement.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

CantonmentParams params() {
    return {.canton_rate = 0.05,
            .release_rate = 0.02,
            .integrated_share = 0.5,
            .exclusion_grievance = 0.1,
            .amnesty_rate = 0.01};
}

World accord_with(AgreementKind kind) {
    World world = small_war();
    for (int i = 0; i < 10; ++i) add_unit(world, rebels, 1, 40);
    add_unit(world, state, 0, 100);
    world.actors.target_strength[rebels.row] = 400.0;
    world.actors.target_strength[state.row] = 100.0;
    world.actors.community[rebels.row] = Community::tuareg;
    begin_agreement(world.agreements, {.kind = kind, .a = state, .b = rebels}, world.today);
    world.measures = {{.key = "ddr", .kind = MeasureKind::ddr, .actor = state, .other = rebels}};
    return world;
}

void live(World& world, CantonmentParams const& with, int days) {
    CantonmentProcess const rule{with};
    for (int day = 0; day < days; ++day) {
        rule(world);
        ++world.today.value;
    }
}

std::size_t cantoned_units(World const& world) {
    std::size_t units = 0;
    for (auto const posture : world.units.posture) units += posture == Posture::cantoned ? 1 : 0;
    return units;
}

std::uint64_t number(std::array<std::uint64_t, side_count> const& counts, Side side) {
    return counts[static_cast<std::size_t>(side)];
}

TEST(BoundState, NeedsAnAgreementWithProvisionsInForce) {
    EXPECT_EQ(bound_state(accord_with(AgreementKind::cessation), rebels), no_actor);
    EXPECT_EQ(bound_state(accord_with(AgreementKind::preliminary), rebels), state);
    World world = accord_with(AgreementKind::definitive);
    EXPECT_EQ(bound_state(world, rebels), state);
    EXPECT_EQ(bound_state(world, allies_of_rebels), no_actor);
    end_agreement(world.agreements, AgreementId{0}, AgreementState::collapsed, world.today);
    EXPECT_EQ(bound_state(world, rebels), no_actor);
}

TEST(Cantonment, TakesFightersOutOfTheWarAndCountsThem) {
    World world = accord_with(AgreementKind::definitive);
    live(world, params(), 400);
    EXPECT_LT(fighters_of(world, rebels), 100U);
    auto const gone = 400U - fighters_of(world, rebels);
    EXPECT_EQ(number(world.totals.fighters_disbanded, Side::militant), gone);
    auto const joined = number(world.totals.fighters_raised, Side::state);
    EXPECT_EQ(fighters_of(world, state), 100U + joined);
    EXPECT_NEAR(static_cast<double>(joined), 0.5 * static_cast<double>(gone), 60.0);
    EXPECT_DOUBLE_EQ(sum_of(world.political_log, PoliticalKind::integrated),
                     static_cast<double>(joined));
    EXPECT_DOUBLE_EQ(world.actors.target_strength[rebels.row], 400.0 - static_cast<double>(gone));
    EXPECT_DOUBLE_EQ(world.actors.target_strength[state.row], 100.0 + static_cast<double>(joined));
}

TEST(Cantonment, NeedsAMeasureAnAgreementAndARate) {
    World no_agreement_yet = accord_with(AgreementKind::cessation);
    live(no_agreement_yet, params(), 100);
    EXPECT_EQ(cantoned_units(no_agreement_yet), 0U);
    World no_measure = accord_with(AgreementKind::definitive);
    no_measure.measures.clear();
    live(no_measure, params(), 100);
    EXPECT_EQ(cantoned_units(no_measure), 0U);
    World off = accord_with(AgreementKind::definitive);
    live(off, {}, 100);
    EXPECT_EQ(cantoned_units(off), 0U);
    EXPECT_EQ(fighters_of(off, rebels), 400U);
}

TEST(Cantonment, IsSlowerForAStateThatIsNotAccepted) {
    World accepted = accord_with(AgreementKind::definitive);
    World hated = accord_with(AgreementKind::definitive);
    hated.legitimacy = 0.1;
    auto with = params();
    with.release_rate = 0.0;
    live(accepted, with, 15);
    live(hated, with, 15);
    EXPECT_GT(cantoned_units(accepted), cantoned_units(hated));
}

TEST(Cantonment, KeepsThemWhereTheyAreUntilTheAgreementIsNoMore) {
    World world = accord_with(AgreementKind::definitive);
    auto with = params();
    with.canton_rate = 1e9;
    with.release_rate = 0.0;
    live(world, with, 1);
    ASSERT_EQ(cantoned_units(world), 10U);
    world.deployment.of(rebels)[3] = 1.0;
    MovementProcess{{.speed_km_per_day = 500.0,
                     .redeploy_days = 1e-6,
                     .offensive_redeploy_days = 1e-6,
                     .patrol_share = 1.0,
                     .hide_days = 1.0}}(world);
    EXPECT_EQ(cantoned_units(world), 10U);
    end_agreement(world.agreements, AgreementId{0}, AgreementState::collapsed, world.today);
    live(world, with, 1);
    EXPECT_EQ(cantoned_units(world), 0U);
    EXPECT_EQ(fighters_of(world, rebels), 400U);
}

TEST(Cantonment, AngersThoseLeftOut) {
    World world = accord_with(AgreementKind::definitive);
    auto with = params();
    with.canton_rate = 0.0;
    auto const row = CellFields::grievance_row(world.map->places.cell[1], Community::tuareg);
    live(world, with, 1);
    EXPECT_NEAR(world.cells.grievance.at(row, sim::Day{0}), 0.1, 1e-12);
    World all_in = accord_with(AgreementKind::definitive);
    with.canton_rate = 1e9;
    live(all_in, with, 1);
    EXPECT_EQ(all_in.cells.grievance.at(row, sim::Day{0}), 0.0);
}

TEST(Cantonment, GoesAtThePaceOfItsMeasure) {
    World usual = accord_with(AgreementKind::definitive);
    World fast = accord_with(AgreementKind::definitive);
    World stopped = accord_with(AgreementKind::definitive);
    fast.measures[0].has_value = stopped.measures[0].has_value = true;
    fast.measures[0].value = 5.0;
    for (World* world : {&usual, &fast, &stopped}) live(*world, params(), 30);
    EXPECT_LT(fighters_of(fast, rebels), fighters_of(usual, rebels));
    EXPECT_EQ(fighters_of(stopped, rebels), 400U);
}

TEST(Amnesty, LetsFightersGoHomeOnce) {
    World world = accord_with(AgreementKind::cessation);
    world.measures[0].kind = MeasureKind::amnesty;
    live(world, params(), 100);
    auto const left = fighters_of(world, rebels);
    EXPECT_NEAR(static_cast<double>(left), 400.0 * std::exp(-1.0), 50.0);
    EXPECT_EQ(number(world.totals.fighters_disbanded, Side::militant), 400U - left);
    EXPECT_EQ(fighters_of(world, state), 100U);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[rebels.row], static_cast<double>(left));
}

TEST(Cantonment, IsTheSameForTheSameSeed) {
    World world = accord_with(AgreementKind::definitive);
    World same = accord_with(AgreementKind::definitive);
    live(world, params(), 50);
    live(same, params(), 50);
    EXPECT_EQ(world.units.fighters, same.units.fighters);
}

}  // namespace
}  // namespace models::testing
