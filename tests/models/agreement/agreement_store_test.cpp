#include "models/world/agreement_store.hpp"

#include <gtest/gtest.h>

#include "models/world/geography.hpp"
#include "sim/base/check.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

AgreementTerms terms(AgreementKind kind) {
    return {.key = "treaty", .kind = kind, .a = state, .b = rebels};
}

TEST(BeginAgreement, BindsItsPartiesOnly) {
    AgreementStore agreements;
    auto const id = begin_agreement(agreements, terms(AgreementKind::cessation), sim::Day{3});
    EXPECT_EQ(agreement_between(agreements, state, rebels), id);
    EXPECT_EQ(agreement_between(agreements, rebels, state), id);
    EXPECT_EQ(agreement_between(agreements, state, militia), no_agreement);
    EXPECT_EQ(agreements.begins[0], sim::Day{3});
    EXPECT_EQ(agreements.ends[0], never);
    EXPECT_THROW(begin_agreement(agreements, {.a = state, .b = state}, sim::Day{3}),
                 sim::ContractError);
}

TEST(BeginAgreement, TakesThePlaceOfOneThatBindsLess) {
    AgreementStore agreements;
    begin_agreement(agreements, terms(AgreementKind::cessation), sim::Day{3});
    auto const id = begin_agreement(agreements, terms(AgreementKind::definitive), sim::Day{8});
    EXPECT_EQ(agreements.state[0], AgreementState::superseded);
    EXPECT_EQ(agreements.ends[0], sim::Day{8});
    EXPECT_EQ(agreement_between(agreements, state, rebels), id);
}

TEST(BeginAgreement, ConfirmsOneThatBindsMore) {
    AgreementStore agreements;
    auto const accord = begin_agreement(agreements, terms(AgreementKind::definitive), sim::Day{3});
    auto truce = terms(AgreementKind::cessation);
    EXPECT_EQ(begin_agreement(agreements, truce, sim::Day{8}), accord);
    EXPECT_EQ(agreements.cannot_collapse[0], 0);
    truce.cannot_collapse = true;
    EXPECT_EQ(begin_agreement(agreements, truce, sim::Day{9}), accord);
    EXPECT_EQ(agreements.cannot_collapse[0], 1);
    EXPECT_EQ(agreements.size(), 1U);
}

TEST(BeginAgreement, GoesOnWithWhatWasImplemented) {
    AgreementStore agreements;
    begin_agreement(agreements, terms(AgreementKind::definitive), sim::Day{3});
    agreements.implementation[0] = 0.2;
    begin_agreement(agreements, terms(AgreementKind::definitive), sim::Day{8});
    EXPECT_DOUBLE_EQ(agreements.implementation[1], 0.2);
}

TEST(EndAgreement, HappensOnce) {
    AgreementStore agreements;
    auto const id = begin_agreement(agreements, terms(AgreementKind::cessation), sim::Day{3});
    EXPECT_THROW(end_agreement(agreements, id, AgreementState::in_force, sim::Day{5}),
                 sim::ContractError);
    end_agreement(agreements, id, AgreementState::collapsed, sim::Day{5});
    EXPECT_EQ(agreement_between(agreements, state, rebels), no_agreement);
    EXPECT_THROW(end_agreement(agreements, id, AgreementState::collapsed, sim::Day{6}),
                 sim::ContractError);
    EXPECT_THROW(end_agreement(agreements, AgreementId{7}, AgreementState::collapsed, sim::Day{6}),
                 sim::ContractError);
}

TEST(LapseAgreementsOf, EndsThoseInForceOfOneActor) {
    AgreementStore agreements;
    begin_agreement(agreements, {.a = state, .b = rebels}, sim::Day{1});
    begin_agreement(agreements, {.a = state, .b = militia}, sim::Day{1});
    lapse_agreements_of(agreements, rebels, sim::Day{4});
    EXPECT_EQ(agreements.state[0], AgreementState::lapsed);
    EXPECT_EQ(agreements.state[1], AgreementState::in_force);
}

}  // namespace
}  // namespace models
