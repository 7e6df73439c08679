#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/app/run_scenario.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/io/result_reader.hpp"

/// \file tests/models/app/run_fixture.hpp
/// Runs of the small country into a folder of the test's own.

namespace models::testing {

namespace fs = std::filesystem;

/// Runs of the small country, and everything that their files hold.
class RunScenario : public ::testing::Test {
  protected:
    RunScenario() {
        folder_ = fs::path{::testing::TempDir()} /
                  (std::string{"azalai_run_"} +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~RunScenario() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    static Scenario const& scenario() {
        static Scenario const small =
            load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
        return small;
    }

    RunOptions options(std::string const& name, std::uint64_t seed = 1) const {
        RunOptions options;
        options.seed = seed;
        options.output = folder_ / name;
        return options;
    }

    /// Every number of a file but those of this very run, by path.
    std::map<std::string, std::vector<std::string>> contents(std::string const& name) const {
        sim::ResultReader const reader{folder_ / name, result_identity()};
        std::map<std::string, std::vector<std::string>> all;
        for (auto const& dataset : reader.datasets()) {
            if (dataset.path.starts_with("/provenance/this_run/")) continue;
            all[dataset.path] = values(reader, dataset);
        }
        return all;
    }

    fs::path folder_;

  private:
    template <class T>
    static std::vector<std::string> texts(std::vector<T> const& numbers) {
        std::vector<std::string> all;
        for (auto const number : numbers) all.push_back(std::to_string(number));
        return all;
    }

    static std::vector<std::string> values(sim::ResultReader const& reader,
                                           sim::DatasetDescription const& dataset) {
        auto const& path = dataset.path;
        if (dataset.type == "text") return reader.read_text(path);
        if (dataset.type == "int8") return texts(reader.read<std::int8_t>(path));
        if (dataset.type == "int16") return texts(reader.read<std::int16_t>(path));
        if (dataset.type == "int32") return texts(reader.read<std::int32_t>(path));
        if (dataset.type == "uint64") return texts(reader.read<std::uint64_t>(path));
        if (dataset.type == "float32") return texts(reader.read<float>(path));
        return texts(reader.read<double>(path));
    }
};

}  // namespace models::testing
