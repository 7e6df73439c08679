#include "models/world/household_store.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

#include "models/world/geography.hpp"
#include "sim/base/check.hpp"
#include "sim/random/stream.hpp"

namespace models {
namespace {

constexpr PlaceId place{3};

HouseholdStore two_strata() {
    HouseholdStore store;
    store.add_stratum(sim::CellId{2}, Community::tuareg, std::array<std::uint8_t, 3>{1, 5, 9});
    store.add_stratum(sim::CellId{2}, Community::songhai, std::array<std::uint8_t, 2>{4, 6});
    return store;
}

/// Every household stands exactly once at home or among the movers that are away.
void expect_each_household_once(HouseholdStore const& store) {
    std::vector<int> seen(store.size(), 0);
    auto const& strata = store.strata();
    for (std::uint32_t s = 0; s < strata.size(); ++s) {
        for (std::uint32_t i = 0; i < strata.at_home[s]; ++i) {
            ++seen[store.at_home(StratumId{s}, i).row];
        }
    }
    auto const& movers = store.movers();
    for (std::size_t m = 0; m < movers.size(); ++m) {
        if (movers[m].status != MoverStatus::returned) ++seen[movers[m].household.row];
    }
    EXPECT_EQ(seen, std::vector<int>(store.size(), 1));
}

}  // namespace

TEST(HouseholdStore, KnowsTheStrataOfEachCell) {
    HouseholdStore store = two_strata();
    store.add_stratum(sim::CellId{5}, Community::dogon, std::array<std::uint8_t, 1>{2});
    using Rows = std::pair<std::uint32_t, std::uint32_t>;
    EXPECT_EQ(store.strata_of(sim::CellId{2}), Rows(0, 2));
    EXPECT_EQ(store.strata_of(sim::CellId{5}), Rows(2, 3));
    for (std::uint32_t const empty : {0U, 1U, 3U, 4U, 6U, 1000U}) {
        auto const [first, last] = store.strata_of(sim::CellId{empty});
        EXPECT_EQ(first, last) << empty;
    }
}

TEST(HouseholdStore, RefusesCellsOutOfOrderAndEmptyHouseholds) {
    HouseholdStore store = two_strata();
    std::array<std::uint8_t, 1> const one{1}, none{0};
    EXPECT_THROW(store.add_stratum(sim::CellId{1}, Community::dogon, one), sim::ContractError);
    EXPECT_THROW(store.add_stratum(sim::CellId{2}, Community::dogon, none), sim::ContractError);
}

TEST(HouseholdStore, MovesOneHouseholdAndItsPeople) {
    HouseholdStore store = two_strata();
    MoverId const mover = store.leave(StratumId{0}, 1, place, sim::Day{7});
    EXPECT_EQ(store.strata().at_home[0], 2U);
    EXPECT_EQ(store.strata().people_home[0], 10U);
    EXPECT_EQ(store.strata().people_home[1], 10U);
    auto const& movers = store.movers();
    EXPECT_EQ(movers[mover.row].household, HouseholdId{1});
    EXPECT_EQ(movers[mover.row].people, 5);
    EXPECT_EQ(movers[mover.row].status, MoverStatus::travelling);
    EXPECT_EQ(movers[mover.row].place, place);
    EXPECT_EQ(movers[mover.row].destination, no_place);
    EXPECT_EQ(movers[mover.row].left_home, sim::Day{7});
    EXPECT_EQ(movers[mover.row].home, store.strata().cell[0]);
    EXPECT_EQ(movers[mover.row].community, store.strata().community[0]);
    EXPECT_EQ(movers[mover.row].due, never);
    expect_each_household_once(store);

    store.come_home(mover, sim::Day{30});
    EXPECT_EQ(store.strata().people_home[0], 15U);
    EXPECT_EQ(movers[mover.row].status, MoverStatus::returned);
    EXPECT_THROW(store.come_home(mover, sim::Day{31}), sim::ContractError);
    EXPECT_THROW(static_cast<void>(store.leave(StratumId{0}, 3, place, sim::Day{31})),
                 sim::ContractError);
    expect_each_household_once(store);
}

TEST(HouseholdStore, KeepsEveryHouseholdThroughManyMoves) {
    HouseholdStore store;
    std::vector<std::uint8_t> const sizes(50, 5);
    for (std::uint32_t c = 0; c < 4; ++c) store.add_stratum(sim::CellId{c}, Community{}, sizes);
    sim::Stream draw{sim::Seed{1}, sim::Purpose{1}, 0, sim::Day{0}};
    std::vector<MoverId> away;
    std::uint32_t dead = 0;
    for (std::uint32_t day = 0; day < 5000; ++day) {
        StratumId const stratum{draw.below(4)};
        std::uint32_t const home = store.strata().at_home[stratum.row];
        std::uint32_t const kind = draw.below(20);
        if (kind == 0 && home > 0) {
            store.lose_person_at_home(stratum, draw.below(home), sim::Day{day});
            ++dead;
        } else if (kind < 10 && home > 0) {
            away.push_back(store.leave(stratum, draw.below(home), place, sim::Day{day}));
        } else if (!away.empty()) {
            std::swap(away[draw.below(static_cast<std::uint32_t>(away.size()))], away.back());
            store.come_home(away.back(), sim::Day{day});
            away.pop_back();
        }
    }
    expect_each_household_once(store);
    std::uint32_t people = 0;
    for (std::uint32_t const home : store.strata().people_home) people += home;
    for (MoverId const mover : away) people += store.movers()[mover.row].people;
    EXPECT_GT(dead, 0U);
    EXPECT_EQ(people + dead, 4U * 50U * 5U);
}

TEST(HouseholdStore, TellsOnceWhereSomebodyLeftOrCameHome) {
    HouseholdStore store = two_strata();
    auto const changed = [&] {
        std::vector<std::uint32_t> strata;
        store.take_changed([&](std::uint32_t stratum) { strata.push_back(stratum); });
        return strata;
    };
    EXPECT_TRUE(changed().empty());
    MoverId const mover = store.leave(StratumId{1}, 0, place, sim::Day{1});
    static_cast<void>(store.leave(StratumId{0}, 0, place, sim::Day{1}));
    EXPECT_EQ(changed(), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_TRUE(changed().empty());
    store.come_home(mover, sim::Day{2});
    EXPECT_EQ(changed(), std::vector<std::uint32_t>{1});
}

TEST(DepartureClock, RunsByTheUrgeFeltAndItsWeight) {
    DepartureClock clock{.left = 0.6, .since = 2.0, .weight = 3.0};
    EXPECT_NEAR(clock.left_at(2.1), 0.3, 1e-12);
    EXPECT_NEAR(clock.runs_out_at(), 2.2, 1e-12);
    EXPECT_GT(clock.left_at(5.0), 0.0) << "drawn, and so not 0, when it has run out";
    clock.reweigh(1.0, 2.1);
    EXPECT_NEAR(clock.left_at(2.1), 0.3, 1e-12);
    EXPECT_NEAR(clock.runs_out_at(), 2.4, 1e-12);
    clock.reweigh(0.0, 2.2);
    EXPECT_NEAR(clock.left_at(9.0), 0.2, 1e-12);
    EXPECT_EQ(clock.runs_out_at(), std::numeric_limits<double>::infinity());
}

TEST(DepartureClock, IsDrawnAtTheFirstUrge) {
    DepartureClock clock;
    EXPECT_EQ(clock.runs_out_at(), std::numeric_limits<double>::infinity()) << "nobody at home";
    clock.reweigh(3.0, 2.0);
    EXPECT_EQ(clock.runs_out_at(), 2.0);
    EXPECT_EQ(clock.left_at(2.5), 0.0);
}

TEST(HouseholdStore, EndsAHouseholdWithItsLastPerson) {
    HouseholdStore store = two_strata();
    store.lose_person_at_home(StratumId{0}, 0, sim::Day{1});  // it had one person
    EXPECT_EQ(store.strata().at_home[0], 2U);
    EXPECT_EQ(store.strata().people_home[0], 14U);
    EXPECT_EQ(store.movers()[0].status, MoverStatus::extinct);
    expect_each_household_once(store);

    MoverId const mover = store.leave(StratumId{1}, 0, place, sim::Day{2});
    for (int i = 0; i < 4; ++i) store.lose_person_away(mover, sim::Day{3});
    EXPECT_EQ(store.movers()[mover.row].status, MoverStatus::extinct);
    EXPECT_THROW(store.lose_person_away(mover, sim::Day{4}), sim::ContractError);
    expect_each_household_once(store);
}

// What a household at rest takes in a country: tests/models/displacement/population_test.cpp.
TEST(HouseholdStore, CountsTheRoomThatItReserves) {
    HouseholdStore store;
    store.reserve(2, 1000);
    std::size_t const reserved = store.bytes_at_rest();
    EXPECT_GE(reserved, 5U * 1000);
    EXPECT_LE(reserved, 5U * 1000 + 2 * sizeof(StratumColumns));
    store.add_stratum(sim::CellId{0}, Community::dogon, std::vector<std::uint8_t>(600, 7));
    store.add_stratum(sim::CellId{0}, Community::other, std::vector<std::uint8_t>(400, 7));
    EXPECT_LE(store.bytes_at_rest(), reserved + 64);  // and a row for each cell
    store.add_stratum(sim::CellId{1}, Community::other, std::vector<std::uint8_t>(1, 7));
    EXPECT_GT(store.bytes_at_rest(), reserved + 64);
}

}  // namespace models
