#include "sim/io/part_file.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/base/check.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

namespace fs = std::filesystem;
using sim::Overwrite;
using sim::PartFile;

TEST(PartFile, AppearsOnlyWhenPublished) {
    sample::Folder const folder;
    PartFile file(folder / "run.h5", Overwrite::no);
    sample::fill(file.part(), "new");
    EXPECT_FALSE(fs::exists(folder / "run.h5"));
    file.publish();
    EXPECT_EQ(sample::contents(folder / "run.h5"), "new");
    EXPECT_FALSE(fs::exists(folder / "run.h5.part"));
}

TEST(PartFile, LeavesNothingWhenGivenUp) {
    sample::Folder const folder;
    { PartFile const file(folder / "run.h5", Overwrite::no); }
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(PartFile, StaysWhenKept) {
    sample::Folder const folder;
    {
        PartFile file(folder / "run.h5", Overwrite::no);
        file.keep();
    }
    EXPECT_TRUE(fs::exists(folder / "run.h5.part"));
}

TEST(PartFile, HarmsNoFileThatExists) {
    sample::Folder const folder;
    sample::fill(folder / "run.h5", "old");
    EXPECT_THROW(PartFile(folder / "run.h5", Overwrite::no), sim::InputError);
    { PartFile const given_up(folder / "run.h5", Overwrite::yes); }
    EXPECT_EQ(sample::contents(folder / "run.h5"), "old");

    PartFile file(folder / "run.h5", Overwrite::yes);
    sample::fill(file.part(), "new");
    file.publish();
    EXPECT_EQ(sample::contents(folder / "run.h5"), "new");
}

TEST(PartFile, HarmsNoFileThatAppearsMeanwhile) {
    sample::Folder const folder;
    PartFile file(folder / "run.h5", Overwrite::no);
    sample::fill(file.part(), "new");
    sample::fill(folder / "run.h5", "old");
    EXPECT_THROW(file.publish(), sim::InputError);
    EXPECT_EQ(sample::contents(folder / "run.h5"), "old");
    EXPECT_EQ(sample::contents(folder / "run.h5.part"), "new");
}

TEST(PartFile, RefusesWhatIsNoPlainFile) {
    sample::Folder const folder;
    fs::create_directory(folder / "run.h5");
    fs::create_symlink("/dev/null", folder / "link.h5");
    EXPECT_THROW(PartFile(folder / "run.h5", Overwrite::yes), sim::InputError);
    EXPECT_THROW(PartFile(folder / "link.h5", Overwrite::yes), sim::InputError);
    EXPECT_THROW(PartFile("", Overwrite::no), sim::InputError);
}

TEST(PartFile, RefusesASecondWriter) {
    sample::Folder const folder;
    PartFile file(folder / "run.h5", Overwrite::yes);
    sample::fill(file.part(), "first");
    EXPECT_THROW(PartFile(folder / "run.h5", Overwrite::yes), sim::InputError);
    pid_t const child = ::fork();
    if (child == 0) {
        try {
            PartFile const second(folder / "run.h5", Overwrite::yes);
        } catch (sim::InputError const&) {
            ::_exit(2);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 2);
    EXPECT_EQ(sample::contents(file.part()), "first");
}

TEST(PartFile, ReplacesWhatAKilledProcessLeft) {
    sample::Folder const folder;
    sample::fill(folder / "run.h5.part", "left behind");
    EXPECT_NO_THROW(PartFile(folder / "run.h5", Overwrite::no));
}

TEST(PartFile, SaysThatTheFolderIsMissing) {
    sample::Folder const folder;
    try {
        PartFile const file(folder / "no/run.h5", Overwrite::no);
        FAIL();
    } catch (sim::IoError const& problem) {
        EXPECT_NE(std::string(problem.what()).find("there is no folder"), std::string::npos);
    }
}

}  // namespace
