#include "models/world/political_log.hpp"

#include <gtest/gtest.h>

#include "models/world/barred_places.hpp"

namespace models {
namespace {

TEST(PoliticalLog, CountsAndSumsByKind) {
    PoliticalLog log;
    EXPECT_EQ(count_of(log, PoliticalKind::coup), 0U);
    log.push_back({.kind = PoliticalKind::demobilised, .value = 3.0});
    log.push_back({.kind = PoliticalKind::coup, .value = 9.0});
    log.push_back({.kind = PoliticalKind::demobilised, .value = 4.0});
    EXPECT_EQ(count_of(log, PoliticalKind::demobilised), 2U);
    EXPECT_DOUBLE_EQ(sum_of(log, PoliticalKind::demobilised), 7.0);
}

TEST(BarredPlaces, BarsOnlyWhomAndWhereItSaysAndForgetsAll) {
    BarredPlaces barred;
    EXPECT_FALSE(barred.is_barred(ActorId{2}, PlaceId{3}));
    barred.bar(ActorId{2}, PlaceId{3}, 4, 5);
    EXPECT_TRUE(barred.is_barred(ActorId{2}, PlaceId{3}));
    EXPECT_FALSE(barred.is_barred(ActorId{3}, PlaceId{2}));
    EXPECT_FALSE(barred.is_barred(ActorId{2}, PlaceId{4}));
    barred.clear();
    EXPECT_TRUE(barred.empty());
    EXPECT_FALSE(barred.is_barred(ActorId{2}, PlaceId{3}));
}

}  // namespace
}  // namespace models
