#include <gtest/gtest.h>

#include <regex>

#include "models/flee/result_file.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/models/flee/small_instance.hpp"
#include "tests/sim/io/format_page.hpp"

namespace models::flee {
namespace {

TEST(FleeResultFile, HasTheDatasetsOfTheFormatPage) {
    SmallInstance files;
    auto const instance = files.load();
    auto const runs = run_seeds(instance, 5, 2);
    auto const path = files.folder() / "flee.h5";
    write_results(path, sim::Overwrite::no, instance, runs, {}, "azalai flee");
    auto const page = format_page::rows_of_page(AZALAI_SOURCE_DIR "/sim/io/FORMAT.md", "/flee/");
    auto rows = format_page::rows_of_file({path, result_identity()}, "/flee/");
    std::regex const date{"[0-9]{4}-[0-9]{2}-[0-9]{2}"};
    for (auto& [name, text] : rows) text = std::regex_replace(text, date, "YYYY-MM-DD");
    EXPECT_EQ(page, rows);
    EXPECT_THROW(write_results(path, sim::Overwrite::no, instance, runs, {}, ""), sim::InputError);
}

}  // namespace
}  // namespace models::flee
