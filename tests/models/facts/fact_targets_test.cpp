#include "models/facts/fact_targets.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sim/base/check.hpp"

namespace models {
namespace {

constexpr char const* header = "key,group,label,unit,low,high,value,start,end,interval,note";

FactTargets read(std::string const& rows, std::string const& columns = header) {
    auto const path =
        std::filesystem::temp_directory_path() /
        ("azalai_fact_targets_" +
         std::string{::testing::UnitTest::GetInstance()->current_test_info()->name()} + ".csv");
    std::ofstream{path} << "# facts\n" << columns << "\n" << rows;
    struct Remove {
        std::filesystem::path const& path;
        ~Remove() { std::filesystem::remove(path); }
    } const remove{path};
    return read_fact_targets(path);
}

std::string error_of(std::string const& rows) {
    try {
        (void)read(rows);
    } catch (sim::InputError const& error) {
        return error.what();
    }
    return "no error";
}

TEST(FactTargets, AreReadWithWordsOfMilitias) {
    auto const targets = read(
        "zero_death_share,g,l,1,0.3,0.5,0.4,2012-01-01,2016-12-31,source,n,,\n"
        "retaliation_militia_a_b_1_7d,g,l,1,1.2,,,2012-01-01,2016-12-31,assumption,,dogon;dan "
        "na,peul\n",
        std::string{header} + ",militia_a,militia_b");
    ASSERT_EQ(targets.rows.size(), 2U);
    EXPECT_FALSE(targets.rows[0].is_assumed);
    EXPECT_TRUE(targets.rows[0].holds(0.3));
    EXPECT_FALSE(targets.rows[0].holds(0.51));
    EXPECT_TRUE(targets.rows[1].is_assumed);
    EXPECT_TRUE(targets.rows[1].holds(1e9));
    EXPECT_FALSE(targets.rows[1].holds(1.1));
    EXPECT_EQ(targets.militia_a, (std::vector<std::string>{"dogon", "dan na"}));
    EXPECT_EQ(targets.militia_b, (std::vector<std::string>{"peul"}));
}

TEST(FactTargets, MayBeOfAnyYearAndRegion) {
    EXPECT_TRUE(is_fact_key("urban_share_1999"));
    EXPECT_TRUE(is_fact_key("gap_burstiness_borno"));
    EXPECT_TRUE(is_fact_key("knox_0_1km_0_3d"));
    EXPECT_FALSE(is_fact_key("urban_share"));
    EXPECT_FALSE(is_fact_key("gap_burstiness_Borno State"));
    EXPECT_FALSE(is_fact_key("zero_death_share_1999"));
    EXPECT_TRUE(has_year("events_2012"));
    EXPECT_FALSE(has_year("events_212"));
    EXPECT_FALSE(has_year("2012"));
}

TEST(FactTargets, RefuseWhatIsWrong) {
    EXPECT_NE(error_of("zero_deth_share,g,l,1,0,1,,2012-01-01,2012-01-02,source,\n")
                  .find("Did you mean zero_death_share?"),
              std::string::npos);
    EXPECT_NE(error_of("zero_death_share,g,l,1,,,,2012-01-01,2012-01-02,source,\n")
                  .find("low and high are empty"),
              std::string::npos);
    EXPECT_NE(error_of("zero_death_share,g,l,1,2,1,,2012-01-01,2012-01-02,source,\n")
                  .find("must not be above high"),
              std::string::npos);
    EXPECT_NE(error_of("zero_death_share,g,l,1,0,1,3,2012-01-01,2012-01-02,source,\n")
                  .find("must lie between low and high"),
              std::string::npos);
    EXPECT_NE(error_of("zero_death_share,g,l,1,0,1,,2012-01-03,2012-01-02,source,\n")
                  .find("must not be before start"),
              std::string::npos);
    std::string const row = "zero_death_share,g,l,1,0,1,,2012-01-01,2012-01-02,source,\n";
    EXPECT_NE(error_of(row + row).find(":4: column 'key'"), std::string::npos);
}

}  // namespace
}  // namespace models
