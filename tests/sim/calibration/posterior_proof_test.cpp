#include "sim/calibration/posterior_proof.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/parallel/threads.hpp"
#include "tests/sim/calibration/linear_toy.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{71}, Purpose{9}};
LinearToy const toy{6, 3};
std::vector<double> const anywhere(6, 0.0);  // values of targets: replaced by those of the truths

struct Study {
    Points inputs = latin_hypercube(draws, 300, 3);
    Points outputs = toy.run(inputs, 1);
    OutputEmulator emulator{inputs, outputs};
    Points truths = uniform_points(draws, 0, 200, 3, 50);
    Points given = toy.run(truths, 2);
};

Study const& study() {
    static Study const made;
    return made;
}

ProofOptions options(std::uint32_t particles) {
    ProofOptions result;
    result.posterior.tempered.particles = particles;
    return result;
}

TEST(PosteriorProof, PassesForTheLinearModel) {
    auto const proof = prove(draws, study().emulator, toy.targets(anywhere), {}, study().truths,
                             study().given, options(199));
    EXPECT_GT(proof.p_value, 0.01);
    for (auto const& one : proof.parameters) {
        EXPECT_LT(one.half.low, 0.5);
        EXPECT_GT(one.half.high, 0.5);
        EXPECT_LT(one.nine_tenths.low, 0.9);
        EXPECT_GT(one.nine_tenths.high, 0.9);
        EXPECT_GT(one.contraction, 0.3);
        EXPECT_GT(one.correlation, 0.5);
    }
    Recovery const& first = proof.truths.front();
    EXPECT_EQ(first.run, 0U);
    EXPECT_EQ(first.draws, 199U);
    for (std::size_t j = 0; j < 3; ++j) {
        EXPECT_LT(first.low90[j], first.low50[j]);
        EXPECT_LT(first.low50[j], first.median[j]);
        EXPECT_LT(first.high50[j], first.high90[j]);
    }
}

TEST(PosteriorProof, FailsForAPosteriorThatIsTooNarrow) {
    auto narrow = options(199);
    narrow.posterior.weights.assign(6, 6.0);  // as if all variances were a sixth
    auto const proof = prove(draws, study().emulator, toy.targets(anywhere), {}, study().truths,
                             study().given, narrow);
    EXPECT_LT(proof.p_value, 0.01);
    EXPECT_LT(proof.nine_tenths.high, 0.85);
    EXPECT_LT(proof.half.high, 0.45);
}

TEST(Summarise, CountsRecoveriesByHandAndFailsForRanksInTheMiddle) {
    std::vector<Recovery> truths(40);
    for (std::size_t i = 0; i < 40; ++i) {
        truths[i].draws = 9;
        truths[i].truth = {0.1 + 0.02 * static_cast<double>(i), 0.5};
        truths[i].median = {1.0 - truths[i].truth[0], 0.5};
        truths[i].variance = {i % 2 == 0 ? 0.02 : 0.04, 1.0 / 12.0};
        truths[i].ranks = {static_cast<std::uint32_t>(4 + i % 2),
                           static_cast<std::uint32_t>(i % 10)};
    }
    std::vector<double> const prior{0.1, 1.0 / 12.0};
    auto const proof = summarise(truths, prior, 10);
    EXPECT_NEAR(proof.parameters[0].contraction, 0.7, 1e-12);
    EXPECT_NEAR(proof.parameters[0].correlation, -1.0, 1e-12);
    EXPECT_NEAR(proof.parameters[1].contraction, 0.0, 1e-12);
    EXPECT_EQ(proof.parameters[0].half.share, 1.0);
    EXPECT_LT(proof.p_value, 1e-6);  // too wide: every truth in the middle
    EXPECT_EQ(proof.parameters[1].uniformity.p_value, 1.0);
    EXPECT_NEAR(proof.nine_tenths.share, 1.0, 0.11);
}

TEST(PosteriorProof, PassesByFoldsOfItsOwnTable) {
    auto own = options(99);
    own.truths = 300;
    own.folds = 3;
    Draws const other{Seed{171}, Purpose{9}};
    Points const inputs = latin_hypercube(other, 300, 3), outputs = toy.run(inputs, 1198);
    auto const proof = prove_by_folds(other, toy.targets(anywhere), {}, inputs, outputs, own);
    EXPECT_EQ(proof.truths.size(), 300U);
    EXPECT_GT(proof.p_value, 0.01);
    EXPECT_NEAR(proof.nine_tenths.share, 0.9, 0.06);
    EXPECT_EQ(proof.truths[1].run, 3U);  // fold 0 first
}

TEST(PosteriorProof, PassesForSidesOfATarget) {
    // All that is seen of each output is whether it is above 0.
    auto targets = toy.targets(anywhere);
    for (Target& target : targets) target.side = Side::at_least;
    auto const proof =
        prove(draws, study().emulator, targets, {}, study().truths, study().given, options(199));
    for (auto const& one : proof.parameters) EXPECT_GT(one.nine_tenths.high, 0.9);
    EXPECT_NEAR(proof.nine_tenths.share, 0.9, 0.06);
}

TEST(PseudoTargets, AddObservationErrorAndTurnSides) {
    std::vector<Target> const targets{{0, 5.0, Side::equal, 0.16, 0.09},
                                      {1, 3.0, Side::at_least, 0.0, 0.0},
                                      {1, 1.0, Side::at_least, 0.0, 0.0}};
    std::vector<double> const outputs{10.0, 2.0};
    double sum = 0.0, squares = 0.0;
    for (std::uint32_t i = 0; i < 2'000; ++i) {
        auto const seen = pseudo_targets(targets, outputs, draws, i);
        sum += seen[0].value / 2'000.0;
        squares += std::pow(seen[0].value - 10.0, 2) / 2'000.0;
        EXPECT_EQ(seen[1].side, Side::at_most);
        EXPECT_EQ(seen[1].value, 3.0);
        EXPECT_EQ(seen[2].side, Side::at_least);
    }
    EXPECT_NEAR(sum, 10.0, 0.05);
    EXPECT_NEAR(squares, 0.25, 0.03);
}

TEST(PosteriorProof, IsTheSameForAnyThreadCountAndSkipsFailedRuns) {
    Points truths{3, {}}, given{6, {}};
    for (std::size_t i = 0; i < 5; ++i) {
        truths.add(study().truths.row(i));
        given.add(study().given.row(i));
    }
    given.row(1)[0] = std::numeric_limits<double>::quiet_NaN();
    int const before = threads();
    set_threads(1);
    auto const one =
        prove(draws, study().emulator, toy.targets(anywhere), {}, truths, given, options(59));
    set_threads(3);
    auto const again =
        prove(draws, study().emulator, toy.targets(anywhere), {}, truths, given, options(59));
    set_threads(before);
    ASSERT_EQ(one.truths.size(), 4U);
    EXPECT_EQ(one.truths[1].run, 2U);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(one.truths[i].median, again.truths[i].median);
}

}  // namespace
}  // namespace sim::calibration
