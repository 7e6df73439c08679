#include "sim/io/provenance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "sim/io/result_reader.hpp"
#include "tests/sim/io/format_page.hpp"
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
    EXPECT_EQ(std::ranges::count(build.version, '.'), 2);
    EXPECT_FALSE(build.commit.empty());
    EXPECT_FALSE(build.compiler.empty());
    EXPECT_FALSE(build.type.empty());
}

TEST(UtcNow, IsAnIsoTime) {
    auto pattern = sim::utc_now();
    std::ranges::replace_if(
        pattern, [](char c) { return c >= '0' && c <= '9'; }, '9');
    EXPECT_EQ(pattern, "9999-99-99T99:99:99Z");
    EXPECT_FALSE(sim::host_name().empty());
}

// The tables of the model are compared where the model is.
TEST(Format, PageListsTheProvenanceThatIsInTheFile) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 1);
    auto const page =
        format_page::rows_of_page(AZALAI_SOURCE_DIR "/sim/io/FORMAT.md", "/provenance/");
    EXPECT_GE(page.size(), 14U);
    EXPECT_EQ(page,
              format_page::rows_of_file({folder / "run.h5", sample::identity}, "/provenance/"));
}

}  // namespace
