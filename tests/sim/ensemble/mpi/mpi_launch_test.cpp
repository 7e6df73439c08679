#include "sim/ensemble/mpi_launch.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace {

std::optional<sim::MpiLaunch> launch(std::map<std::string, std::string> const& environment) {
    return sim::mpi_launch([&](char const* name) -> char const* {
        auto const found = environment.find(name);
        return found == environment.end() ? nullptr : found->second.c_str();
    });
}

TEST(MpiLaunch, IsNothingForAProcessStartedByHand) {
    EXPECT_FALSE(launch({}));
}

TEST(MpiLaunch, IsNothingInABatchScriptOfSlurm) {
    EXPECT_FALSE(launch({{"SLURM_JOB_ID", "7"},
                         {"SLURM_PROCID", "0"},
                         {"SLURM_NTASKS", "8"},
                         {"SLURM_ARRAY_TASK_ID", "3"}}));
}

TEST(MpiLaunch, KnowsMpirunOfOpenMpi) {
    auto const found = launch({{"OMPI_COMM_WORLD_SIZE", "4"}, {"PMIX_RANK", "0"}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->variable, "OMPI_COMM_WORLD_SIZE");
    EXPECT_EQ(found->ranks, 4);
}

TEST(MpiLaunch, KnowsHydraAndSrunByPmi) {
    auto const found = launch({{"PMI_RANK", "1"}, {"PMI_SIZE", "2"}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ranks, 2);
}

TEST(MpiLaunch, KnowsSrunByPmix) {
    auto const found = launch({{"PMIX_RANK", "1"}, {"SLURM_STEP_NUM_TASKS", "3"}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->variable, "PMIX_RANK");
    EXPECT_EQ(found->ranks, 3);
    EXPECT_EQ(launch({{"PMIX_RANK", "0"}})->ranks, std::nullopt);
}

TEST(MpiLaunch, TakesNoNumberThatIsNone) {
    for (char const* text : {"", "0", "-2", "2x", "99999999999999"}) {
        EXPECT_FALSE(launch({{"OMPI_COMM_WORLD_SIZE", text}})) << text;
    }
}

}  // namespace
