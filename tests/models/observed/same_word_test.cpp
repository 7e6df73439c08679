#include "models/observed/same_word.hpp"

#include <gtest/gtest.h>

namespace {

TEST(IsSameWord, IgnoresCapitalsOnly) {
    EXPECT_TRUE(models::is_same_word("Civilian targeting", "CIVILIAN TARGETING"));
    EXPECT_FALSE(models::is_same_word("Civilian targeting", "Civilian targeting "));
}

}  // namespace
