#include "models/reporting/registration.hpp"

#include <gtest/gtest.h>

#include "models/world/people.hpp"
#include "sim/base/check.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

using test::small_map;
using test::small_world;

using Counts = std::vector<std::int32_t>;

constexpr PlaceId camp{1}, town{2}, other_camp{3};
constexpr std::size_t refugee = static_cast<std::size_t>(MoverStatus::refugee);

sim::Date day(unsigned month, unsigned number) {
    return sim::make_date(2012, month, number);
}

/// Home, and three places of one country abroad where 1,000, 100 and 10 refugees are; the camps
/// were verified in October (2 to 1) and in December (3 to 2).
class ThreePlacesAbroad : public ::testing::Test {
  protected:
    ThreePlacesAbroad()
        : world_(small_world(small_map({{.kind = PlaceKind::town, .country = 0},
                                        {.kind = PlaceKind::camp, .country = 1},
                                        {.kind = PlaceKind::foreign_town, .country = 1},
                                        {.kind = PlaceKind::camp, .country = 1}},
                                       {}))) {
        world_.places.people[refugee] = {0, 1000, 100, 10};
    }

    void set_date(sim::Date date) {
        world_.today.value = static_cast<std::uint32_t>(sim::days_between(world_.first_day, date));
    }

    World world_;
    Registrations const registrations_{{{.place = camp,
                                         .verified_on = day(10, 3),
                                         .counted_before = 2000.0,
                                         .counted_after = 1000.0},
                                        {.place = other_camp,
                                         .verified_on = day(12, 31),
                                         .counted_before = 1500.0,
                                         .counted_after = 1000.0}}};
};

TEST_F(ThreePlacesAbroad, TheFactorIsThatOfTheDropUntilTheDayOfTheVerification) {
    EXPECT_EQ(registrations_.factor(camp, day(1, 1)), 2.0);
    EXPECT_EQ(registrations_.factor(camp, day(10, 2)), 2.0);
    EXPECT_EQ(registrations_.factor(camp, day(10, 3)), 1.0);
    EXPECT_EQ(registrations_.factor(camp, day(10, 4)), 1.0);
    EXPECT_EQ(registrations_.factor(other_camp, day(12, 30)), 1.5);
    EXPECT_EQ(registrations_.factor(other_camp, day(12, 31)), 1.0);
}

TEST_F(ThreePlacesAbroad, PlacesWithoutAVerificationAreCountedAsTheyAre) {
    EXPECT_EQ(registrations_.factor(town, day(1, 1)), 1.0);
    EXPECT_EQ(Registrations{}.factor(camp, day(1, 1)), 1.0);
}

TEST(Registrations, TheFactorsOfAllVerificationsStillToComeMultiply) {
    Registrations const twice{
        {{.place = camp, .verified_on = day(3, 1), .counted_before = 300.0, .counted_after = 200.0},
         {.place = camp,
          .verified_on = day(6, 1),
          .counted_before = 210.0,
          .counted_after = 300.0}}};
    EXPECT_DOUBLE_EQ(twice.factor(camp, day(2, 29)), 1.5 * 0.7);
    EXPECT_DOUBLE_EQ(twice.factor(camp, day(3, 1)), 0.7);  // more were found than were listed
    EXPECT_DOUBLE_EQ(twice.factor(camp, day(6, 1)), 1.0);
}

TEST_F(ThreePlacesAbroad, MberaAsDocumented) {
    Registrations const mbera{{{.place = camp,
                                .verified_on = day(12, 31),
                                .counted_before = 103'731.0,
                                .counted_after = 54'028.0}}};
    EXPECT_EQ(mbera.registered(camp, day(12, 30), 54'028), 103'731U);
    EXPECT_EQ(mbera.registered(camp, day(12, 31), 54'028), 54'028U);
    EXPECT_EQ(mbera.registered(camp, day(8, 19), 0), 0U);
    EXPECT_EQ(mbera.registered(camp, day(8, 19), 1), 2U);  // 1.92, to the nearest person
}

TEST_F(ThreePlacesAbroad, TheListsOfACountryAreThoseOfItsPlaces) {
    set_date(day(10, 2));
    EXPECT_EQ(registered_by_place(world_, registrations_), (Counts{0, 2000, 100, 15}));
    EXPECT_EQ(registered_by_country(world_, registrations_), (Counts{0, 2115}));
    set_date(day(10, 3));
    EXPECT_EQ(registered_by_country(world_, registrations_), (Counts{0, 1115}));
    set_date(day(12, 31));
    EXPECT_EQ(registered_by_country(world_, registrations_), (Counts{0, 1110}));
    set_date(day(1, 1));
    EXPECT_EQ(registered_by_country(world_, Registrations{}), (Counts{0, 1110}));
}

TEST(Registrations, CountsThatAreNotPositiveAreOurFault) {
    using Rows = std::vector<Verification>;
    Verification const none_after{
        .place = camp, .verified_on = day(3, 1), .counted_before = 1.0, .counted_after = 0.0};
    Verification const none_before{
        .place = camp, .verified_on = day(3, 1), .counted_before = 0.0, .counted_after = 1.0};
    EXPECT_THROW(Registrations{Rows{none_after}}, sim::ContractError);
    EXPECT_THROW(Registrations{Rows{none_before}}, sim::ContractError);
}

}  // namespace
}  // namespace models
