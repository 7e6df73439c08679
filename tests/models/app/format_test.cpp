#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "models/app/run_scenario.hpp"
#include "models/app/sweep.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/sim/io/format_page.hpp"

namespace models {
namespace {

/// Dates differ from file to file.
format_page::Rows without_dates(format_page::Rows rows) {
    std::regex const date{"[0-9]{4}-[0-9]{2}-[0-9]{2}"};
    for (auto& [path, text] : rows) text = std::regex_replace(text, date, "YYYY-MM-DD");
    return rows;
}

TEST(Format, PageListsExactlyTheDatasetsOfARun) {
    auto const file = std::filesystem::path{::testing::TempDir()} / "azalai_format.h5";
    auto const scenario = load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
    RunOptions options;
    options.days = 3;
    options.output = file;
    options.overwrite = sim::Overwrite::yes;
    static_cast<void>(run_scenario(scenario, options));
    auto page = format_page::rows_of_page(AZALAI_SOURCE_DIR "/sim/io/FORMAT.md", "/");
    std::erase_if(page, [](auto const& row) { return row.first.starts_with("/flee/"); });
    EXPECT_EQ(page, without_dates(format_page::rows_of_file({file, result_identity()}, "/")));
    std::filesystem::remove(file);
}

TEST(Format, PageListsExactlyTheDatasetsOfASweep) {
    auto const folder = std::filesystem::path{::testing::TempDir()} / "azalai_format_sweep";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "design.toml"}
        << "name = \"f\"\nscenarios = [\"" << AZALAI_SOURCE_DIR
        << "/tests/app/small-country/small.toml\"]\nsettings = [\"scenario.last_day=2012-01-03\"]\n"
           "[design]\nmethod = \"list\"\n[parameters]\n\"protest.rate\" = {values = [0.1]}\n";
    Study const study{folder / "design.toml"};
    SweepPart part{study, {.folder = folder / "out"}};
    for (auto const row : part.missing()) part.deliver(row, run_row(study, row, 1));
    part.finish();
    sim::ResultReader const reader{part.file(), ensemble_identity()};
    auto file = without_dates(format_page::rows_of_file(reader, "/"));
    std::erase_if(file, [](auto const& row) { return row.first.starts_with("/provenance/"); });
    format_page::Rows page;
    std::string const mark = "sweep:";
    for (auto const& [path, text] :
         format_page::rows_of_page(AZALAI_SOURCE_DIR "/sim/io/FORMAT.md", mark)) {
        page[path.substr(mark.size())] = text;
    }
    EXPECT_EQ(page, file);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace models
