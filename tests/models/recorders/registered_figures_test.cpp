#include <gtest/gtest.h>

#include "models/recorders/figure_comparison.hpp"
#include "models/recorders/outcome_text.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

constexpr std::size_t refugee = static_cast<std::size_t>(MoverStatus::refugee);
constexpr std::size_t displaced = static_cast<std::size_t>(MoverStatus::displaced);

/// Four days from 2012-01-01 on in a country with a town, beside one with a camp and a town. Each
/// day 100 IDPs, 2,000 refugees in the camp and 500 in the town abroad; the camp's list is verified
/// on the third day (2 to 1). 30 refugees and 7 IDPs come home each day.
class ListsVerified : public ::testing::Test {
  protected:
    ListsVerified() {
        World world = test::small_world(test::small_map({{.kind = PlaceKind::town, .country = 0},
                                                         {.kind = PlaceKind::camp, .country = 1},
                                                         {.kind = PlaceKind::town, .country = 1}},
                                                        {}));
        world.cells.control.assign(world.map->grid.size() * world.actors.size(), 0.0F);
        world.places.people[displaced] = {100, 0, 0};
        world.places.people[refugee] = {0, 2000, 500};
        history_.emplace(world);
        for (; world.today.value < 4; ++world.today.value) {
            world.totals.refugees_returned += 30;
            world.returns.refugees[1] += 30;
            world.totals.idps_returned += 7;
            world.returns.idps[0] += 7;
            history_->observe(world);
        }
    }

    RunOutcome outcome() const { return {*history_, agreements_, countries_, registrations_}; }

    static DocumentedFigure figure(FigureQuantity quantity, unsigned first, unsigned last,
                                   std::string country, PlaceId place = no_place) {
        DocumentedFigure one;
        one.quantity = quantity;
        one.use = FigureUse::target;
        one.start = sim::make_date(2012, 1, first);
        one.end = sim::make_date(2012, 1, last);
        one.country = std::move(country);
        one.place = place;
        return one;
    }

    std::optional<RunHistory> history_;
    std::vector<AgreementRecord> agreements_;
    std::vector<std::string> countries_{"Here", "Abroad"};
    Registrations registrations_{{{.place = PlaceId{1},
                                   .verified_on = sim::make_date(2012, 1, 3),
                                   .counted_before = 200.0,
                                   .counted_after = 100.0}}};
};

TEST_F(ListsVerified, RefugeesAreThoseOnTheLists) {
    auto const in = [this](unsigned first, unsigned last, std::string const& country) {
        return simulated(figure(FigureQuantity::refugees, first, last, country), outcome());
    };
    EXPECT_EQ(in(2, 2, "all"), 4500.0);
    EXPECT_EQ(in(3, 3, "all"), 2500.0);
    EXPECT_EQ(in(1, 4, "all"), 3500.0);
    EXPECT_EQ(in(2, 2, "Abroad"), 4500.0);
    EXPECT_EQ(in(2, 2, "Here"), 0.0);
    EXPECT_FALSE(in(2, 2, "Elsewhere"));
}

TEST_F(ListsVerified, WhoIsPresentIsKnownToo) {
    EXPECT_EQ(present(figure(FigureQuantity::refugees, 2, 2, "all"), outcome()), 2500.0);
    EXPECT_EQ(present(figure(FigureQuantity::displaced, 2, 2, "all"), outcome()), 2600.0);
    EXPECT_FALSE(present(figure(FigureQuantity::idps, 2, 2, "Here"), outcome()));
}

TEST_F(ListsVerified, AFigureCanBeOfOnePlaceAbroad) {
    auto const camp = figure(FigureQuantity::refugees, 2, 2, "Abroad", PlaceId{1});
    EXPECT_EQ(simulated(camp, outcome()), 4000.0);
    EXPECT_EQ(present(camp, outcome()), 2000.0);
    EXPECT_EQ(simulated(figure(FigureQuantity::refugees, 3, 3, "Abroad", PlaceId{1}), outcome()),
              2000.0);
    EXPECT_EQ(simulated(figure(FigureQuantity::refugees, 2, 2, "Abroad", PlaceId{2}), outcome()),
              500.0);
    EXPECT_FALSE(simulated(figure(FigureQuantity::refugees, 2, 2, "Here", PlaceId{0}), outcome()));
    EXPECT_FALSE(simulated(figure(FigureQuantity::deaths, 2, 2, "Here", PlaceId{0}), outcome()));
}

TEST_F(ListsVerified, DisplacedPeopleAreThoseOnListsAndIdps) {
    EXPECT_EQ(simulated(figure(FigureQuantity::displaced, 2, 2, "all"), outcome()), 4600.0);
    EXPECT_EQ(simulated(figure(FigureQuantity::displaced, 4, 4, "all"), outcome()), 2600.0);
    EXPECT_EQ(simulated(figure(FigureQuantity::idps, 2, 2, "Here"), outcome()), 100.0);
}

TEST_F(ListsVerified, IdpsCanBeOfRegions) {
    auto north = figure(FigureQuantity::idps, 1, 4, "Here");
    north.regions = {RegionId{0}};
    EXPECT_EQ(simulated(north, outcome()), 100.0);
}

TEST_F(ListsVerified, ReturnsAreByCountryOfAsylum) {
    auto const from = [this](FigureQuantity quantity, std::string const& country) {
        return simulated(figure(quantity, 2, 4, country), outcome());
    };
    EXPECT_EQ(from(FigureQuantity::returns_refugees, "Here"), 90.0);
    EXPECT_EQ(from(FigureQuantity::returns_refugees, "all"), 90.0);
    EXPECT_EQ(from(FigureQuantity::returns_refugees, "Abroad"), 90.0);
    EXPECT_FALSE(from(FigureQuantity::returns_refugees, "Elsewhere"));
    EXPECT_EQ(from(FigureQuantity::returns_idps, "Here"), 21.0);
}

TEST_F(ListsVerified, ComparisonsHoldBothCounts) {
    auto camp = figure(FigureQuantity::refugees, 2, 2, "Abroad", PlaceId{1});
    camp.central = 4000.0;
    auto idps = figure(FigureQuantity::idps, 2, 2, "Here");
    idps.central = 50.0;
    std::vector<DocumentedFigure> const figures{camp, idps};
    auto const compared = compare_figures(figures, outcome());
    ASSERT_EQ(compared.size(), 2U);
    EXPECT_EQ(compared[0].factor, 1.0);
    EXPECT_EQ(compared[0].present, 2000.0);
    EXPECT_EQ(compared[1].factor, 2.0);
    EXPECT_FALSE(compared[1].present);
}

TEST_F(ListsVerified, TheTextSaysHowRefugeesAreCountedAndWhereTheyAre) {
    auto all = figure(FigureQuantity::refugees, 2, 2, "all");
    all.central = 5000.0;
    auto camp = figure(FigureQuantity::refugees, 2, 2, "Abroad", PlaceId{1});
    camp.central = 3900.0;
    camp.use = FigureUse::check;
    auto later = camp;
    later.start = later.end = sim::make_date(2012, 1, 4);
    later.central = 2100.0;
    auto const text = outcome_text({all, later, camp}, outcome());
    EXPECT_NE(text.find("on 2012-01-02, the day before the last list\n"
                        "was verified, 5 thousand for 3 thousand"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("Place 1  2.0 (2.1)\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("3.9"), std::string::npos) << text;  // the last count of a year only
    registrations_ = {};
    EXPECT_EQ(outcome_text({all, later, camp}, outcome()).find("lists"), std::string::npos);
}

}  // namespace
}  // namespace models
