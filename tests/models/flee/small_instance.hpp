#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "models/flee/instance.hpp"
#include "sim/base/check.hpp"

/// \file tests/models/flee/small_instance.hpp
/// A Flee instance of three places and ten days, which a test may change file by file.

namespace models::flee {

/// Files of an instance, in a folder of their own that vanishes with this.
class SmallInstance {
  public:
    SmallInstance() {
        auto const* test = ::testing::UnitTest::GetInstance()->current_test_info();
        auto name = std::string{test->test_suite_name()} + "." + test->name();
        for (auto& c : name) c = c == '/' ? '-' : c;
        folder_ = std::filesystem::path{::testing::TempDir()} / ("azalai-flee-" + name);
        std::filesystem::remove_all(folder_);
        files = {
            {"simsetting.yml",
             "move_rules:\n  max_move_speed: 200.0\n  conflict_movechance: 1.0\n"},
            {"input_csv/sim_period.csv", "StartDate,2012-03-01\nLength,10\n"},
            {"input_csv/locations.csv",
             "\"#name\",region,country,lat,lon,location_type,conflict_date,population\n"
             "\"Alpha\",R,Home,16.0,0.0,conflict_zone,0,1000\n"
             "Beta,R,Home,16.0,1.0,town,,500\n"
             "Gamma,S,Away,16.0,2.0,camp,,0\n"},
            {"input_csv/routes.csv",
             "#name1,name2,distance,forced_redirection\nAlpha,Beta,100,0\nBeta,Gamma,150,0\n"},
            {"input_csv/closures.csv", "#closure_type,name1,name2,closure_start,closure_end\n"},
            {"input_csv/conflicts.csv", conflicts("1")},
            {"source_data/data_layout.csv", "total,refugees.csv\nGamma,gamma.csv\n"},
            {"source_data/refugees.csv", "Date,Refugees\n2012-03-01,10\n2012-03-11,110\n"},
            {"source_data/gamma.csv", "#DateTime,people\n2012-03-01,10\n2012-03-11,110\n"}};
    }
    ~SmallInstance() { std::filesystem::remove_all(folder_); }
    SmallInstance(SmallInstance const&) = delete;
    SmallInstance& operator=(SmallInstance const&) = delete;

    /// conflicts.csv with the same state of Alpha on each of ten days.
    [[nodiscard]] static std::string conflicts(std::string const& alpha) {
        std::string text = "#Day, Alpha, Beta, Gamma\n";
        for (int day = 0; day < 10; ++day) {
            text += std::to_string(day) + ", " + alpha + ", 0, 0\n";
        }
        return text;
    }

    /// Write the files and read them.
    [[nodiscard]] Instance load(InstanceOptions const& options = {}) const {
        for (auto const& [name, text] : files) {
            auto const path = folder_ / name;
            std::filesystem::create_directories(path.parent_path());
            std::ofstream{path, std::ios::binary} << text;
        }
        return load_instance(folder_, options);
    }

    /// Message of the InputError with which reading fails; empty if it does not.
    [[nodiscard]] std::string failure() const {
        try {
            static_cast<void>(load());
        } catch (sim::InputError const& error) {
            return error.what();
        }
        return "";
    }

    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }

    std::map<std::string, std::string> files;  ///< Text by path.

  private:
    std::filesystem::path folder_;
};

}  // namespace models::flee
