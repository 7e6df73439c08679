#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/time_series.hpp"
#include "tests/sim/io/sample.hpp"

/// What other programs, full disks and kill -9 do to a run. Each run is a process of its own.

namespace {

namespace fs = std::filesystem;

/// Exit code of a child that runs \p work, or 1000 + the signal that ended it.
int exit_code(std::function<int()> const& work) {
    pid_t const child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

/// Append steps of noise, 40 kB each, for ever.
void write_for_ever(sim::ResultWriter& writer) {
    auto const cell = writer.dimension("/cells/cell", 10'000);
    auto series = writer.time_series("/cells", {.start = sim::make_date(2012, 1, 1)}, 4);
    auto const noise = series.variable<std::uint32_t>("noise", {cell}, {.units = "1"});
    std::uint32_t state = 1;
    std::vector<std::uint32_t> values(10'000);
    for (std::int32_t day = 0;; ++day) {
        for (auto& value : values) value = state = state * 1'664'525U + 1'013'904'223U;
        series.begin_step(day);
        series.put(noise, values);
        series.end_step();
    }
}

/// A file system of 1 MB, for as long as the object lives.
class SmallDisk {
  public:
    SmallDisk() {
        is_mounted_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=1m") == 0;
    }
    ~SmallDisk() {
        if (is_mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
    }
    SmallDisk(SmallDisk const&) = delete;
    SmallDisk& operator=(SmallDisk const&) = delete;

    [[nodiscard]] bool is_mounted() const noexcept { return is_mounted_; }
    [[nodiscard]] fs::path const& path() const noexcept { return folder_.path(); }

  private:
    sample::Folder folder_;
    bool is_mounted_ = false;
};

enum class Leave { at_once, as_usual };

int run_until_the_disk_is_full(fs::path const& path, Leave leave) {
    try {
        sim::ResultWriter writer(path, sim::Overwrite::no, sample::identity, {});
        try {
            write_for_ever(writer);
        } catch (sim::IoError const& problem) {
            std::string const message = problem.what();
            bool const is_clear = message.find("No space left on device") != std::string::npos &&
                                  message.find("run.h5") != std::string::npos;
            writer.abandon();
            if (leave == Leave::at_once) std::_Exit(is_clear ? 74 : 1);
            std::exit(is_clear ? 74 : 1);  // with all that runs at exit
        }
    } catch (std::exception const&) {
        return 3;
    }
    return 4;
}

TEST(Failure, AFullDiskIsAnErrorAndLeavesNothing) {
    SmallDisk const disk;
    if (!disk.is_mounted()) GTEST_SKIP() << "only root can mount a small file system";
    for (auto const leave : {Leave::at_once, Leave::as_usual}) {
        EXPECT_EQ(
            exit_code([&] { return run_until_the_disk_is_full(disk.path() / "run.h5", leave); }),
            74);
        EXPECT_TRUE(fs::is_empty(disk.path()));
    }
}

TEST(Failure, AFullDiskHarmsNoEarlierResultAndIsFreedAtOnce) {
    SmallDisk const disk;
    if (!disk.is_mounted()) GTEST_SKIP() << "only root can mount a small file system";
    auto const path = disk.path() / "run.h5";
    sample::fill(path, "old");
    {
        sim::ResultWriter writer(path, sim::Overwrite::yes, sample::identity, {});
        EXPECT_THROW(write_for_ever(writer), sim::IoError);
    }
    EXPECT_EQ(sample::contents(path), "old");
    EXPECT_GT(fs::space(disk.path()).free, 1'000'000U);
    fs::remove(path);
    EXPECT_NO_THROW(sample::write_file(path, 3));  // the process can go on
}

TEST(Failure, ADiskThatFillsUpAtTheEndIsAnErrorToo) {
    SmallDisk const disk;
    if (!disk.is_mounted()) GTEST_SKIP() << "only root can mount a small file system";
    sim::ResultWriter writer(disk.path() / "run.h5", sim::Overwrite::no, sample::identity, {});
    sample::write(writer, 3);
    sample::fill(disk.path() / "ballast", std::string(2'000'000, 'x'));  // as much as fits
    EXPECT_THROW(writer.commit(), sim::IoError);
    writer.abandon();
    EXPECT_FALSE(fs::exists(disk.path() / "run.h5"));
    EXPECT_FALSE(fs::exists(disk.path() / "run.h5.part"));
}

TEST(Failure, AKilledRunLeavesAFileThatOpensUpToTheLastCommit) {
    sample::Folder const folder;
    auto const path = folder / "run.h5";
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    pid_t const child = ::fork();
    if (child == 0) {
        sim::ResultWriter writer(path, sim::Overwrite::no, sample::identity, {});
        sample::write(writer, 11);  // series: 4 + 4 steps written, 3 in memory
        static_cast<void>(!::write(pipe_ends[1], "x", 1));
        ::pause();
    }
    char ready = 0;
    ASSERT_EQ(::read(pipe_ends[0], &ready, 1), 1);
    EXPECT_THROW(sim::PartFile(path, sim::Overwrite::no), sim::InputError);  // it is alive
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(pipe_ends[0]);
    ::close(pipe_ends[1]);

    EXPECT_FALSE(fs::exists(path));
    {
        sim::ResultReader const reader(folder / "run.h5.part", sample::identity);
        EXPECT_FALSE(reader.is_complete());
        EXPECT_EQ(reader.shape("/cells/deaths"), (std::vector<std::size_t>{8, 3, 4}));
        EXPECT_EQ(reader.read<float>("/cells/deaths").back(), 711.0F);
        EXPECT_EQ(reader.read<std::int32_t>("/cells/time").back(), 17);
        EXPECT_EQ(reader.read_text("/events/note").size(), 32U);  // 4 blocks of 8
        EXPECT_NO_THROW(static_cast<void>(reader.datasets()));
    }
    EXPECT_NO_THROW(sample::write_file(path, 1));  // the next run replaces what it left
}

TEST(Failure, AFolderThatCannotBeWrittenIsAnError) {
    sample::Folder const folder;
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec |
                                       fs::perms::others_read | fs::perms::others_exec);
    int const code = exit_code([&] {
        if (::getuid() == 0 && ::setuid(65'534) != 0) return 1;  // root may write anywhere
        try {
            sim::ResultWriter const writer(folder / "run.h5", sim::Overwrite::no, sample::identity,
                                           {});
        } catch (sim::IoError const& problem) {
            return std::string(problem.what()).find("Permission denied") != std::string::npos ? 74
                                                                                              : 2;
        }
        return 0;
    });
    EXPECT_EQ(code, 74);
    fs::permissions(folder.path(), fs::perms::owner_all);
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
