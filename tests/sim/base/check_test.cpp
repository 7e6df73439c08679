#include "sim/base/check.hpp"

#include <gtest/gtest.h>

namespace sim {

TEST(Require, ThrowsTheMessageOnlyWhenWrong) {
    EXPECT_NO_THROW(require(true, "never shown"));
    try {
        require(false, "a.toml:3: rate = -1 (must be >= 0)");
        FAIL() << "expected an InputError";
    } catch (InputError const& error) {
        EXPECT_STREQ(error.what(), "a.toml:3: rate = -1 (must be >= 0)");
    }
}

TEST(Expects, NamesTheBrokenConditionWhenChecksAreOn) {
    if (!SIM_CHECKS) GTEST_SKIP() << "built without checks";
    int const people = -1;
    try {
        SIM_EXPECTS(people >= 0);
        FAIL() << "expected a ContractError";
    } catch (ContractError const& error) {
        EXPECT_NE(std::string(error.what()).find("people >= 0"), std::string::npos);
    }
}

}  // namespace sim
