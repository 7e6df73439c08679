#include "sim/io/provenance.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <string>

#include "sim/io/result_reader.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

TEST(Provenance, ReadsBackAsWritten) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 1);
    auto const expected = sample::provenance();
    auto const read = sim::read_provenance({folder / "run.h5", sample::identity});
    EXPECT_EQ(read.program, expected.program);
    EXPECT_EQ(read.build.version, expected.build.version);
    EXPECT_EQ(read.build.commit, expected.build.commit);
    EXPECT_EQ(read.build.compiler, expected.build.compiler);
    EXPECT_EQ(read.build.flags, expected.build.flags);
    EXPECT_EQ(read.build.type, expected.build.type);
    EXPECT_EQ(read.scenario_text, expected.scenario_text);
    EXPECT_EQ(read.inputs, expected.inputs);
    EXPECT_EQ(read.seed, expected.seed);
    EXPECT_EQ(read.this_run.started, expected.this_run.started);
    EXPECT_EQ(read.this_run.host, expected.this_run.host);
    EXPECT_EQ(read.this_run.command_line, expected.this_run.command_line);
    EXPECT_EQ(read.this_run.threads, expected.this_run.threads);
}

TEST(Provenance, TakesACommandLineOfAnyLength) {
    sample::Folder const folder;
    auto provenance = sample::provenance();
    provenance.inputs.clear();
    provenance.this_run.command_line = std::string(200'000, 'x');
    {
        sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
        sim::write_provenance(writer, provenance);
        writer.commit();
    }
    auto const read = sim::read_provenance({folder / "run.h5", sample::identity});
    EXPECT_EQ(read.this_run.command_line.size(), 200'000U);
    EXPECT_TRUE(read.inputs.empty());
}

TEST(BuildVersion, SaysWhatWasBuilt) {
    auto const build = sim::build_version();
    EXPECT_TRUE(std::regex_match(build.version, std::regex("[0-9]+\\.[0-9]+\\.[0-9]+")));
    EXPECT_FALSE(build.commit.empty());
    EXPECT_FALSE(build.compiler.empty());
    EXPECT_FALSE(build.type.empty());
}

TEST(UtcNow, IsAnIsoTime) {
    std::regex const iso("20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z");
    EXPECT_TRUE(std::regex_match(sim::utc_now(), iso));
    EXPECT_FALSE(sim::host_name().empty());
}

/// Rows `| path | type | dimensions | unit | meaning |` of FORMAT.md, as "type | dimensions |
/// unit".
std::map<std::string, std::string> rows_of_the_page() {
    std::map<std::string, std::string> rows;
    std::ifstream page(AZALAI_SOURCE_DIR "/sim/io/FORMAT.md");
    std::regex const row(R"(\| `(/[^`]*)` \| ([a-z0-9]+) \| ([^|]*) \| ([^|]*) \| [^|]* \|)");
    for (std::string line; std::getline(page, line);) {
        std::smatch cells;
        if (std::regex_match(line, cells, row)) {
            rows[cells[1]] = cells[2].str() + " | " + cells[3].str() + " | " + cells[4].str();
        }
    }
    return rows;
}

// The tables of the model are compared where the model is.
TEST(Format, PageListsTheProvenanceThatIsInTheFile) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 1);
    sim::ResultReader const reader(folder / "run.h5", sample::identity);
    std::map<std::string, std::string> in_file;
    for (auto const& dataset : reader.datasets()) {
        if (!dataset.path.starts_with("/provenance/")) continue;
        std::string dimensions;
        for (auto const& name : dataset.dimensions) {
            dimensions += (dimensions.empty() ? "" : ", ") + name;
        }
        in_file[dataset.path] = dataset.type + " | " + (dimensions.empty() ? "-" : dimensions) +
                                " | " + (dataset.units.empty() ? "-" : dataset.units);
    }
    auto in_page = rows_of_the_page();
    std::erase_if(in_page, [](auto const& row) { return !row.first.starts_with("/provenance/"); });
    EXPECT_EQ(in_page, in_file);
}

}  // namespace
