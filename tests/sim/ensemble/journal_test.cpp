#include "sim/ensemble/journal.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <sys/resource.h>
#include <string>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

namespace fs = std::filesystem;

constexpr char const* identity = "program 1\ndesign abc\n";

class JournalTest : public ::testing::Test {
  protected:
    void SetUp() override {
        path_ =
            fs::path{::testing::TempDir()} / (std::to_string(::getpid()) + "_azalai_test.journal");
        fs::remove(path_);
    }
    void TearDown() override { fs::remove(path_); }

    /// Three records, the second empty.
    void write_three() const {
        Journal journal{path_, identity, JournalAccess::anew};
        journal.append(7, "seven");
        journal.append(3, "");
        journal.append(9, std::string("ni\0ne", 5));
    }

    [[nodiscard]] std::string bytes() const {
        std::ifstream file{path_, std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    }

    void put(std::string const& bytes) const {
        std::ofstream{path_, std::ios::binary | std::ios::trunc} << bytes;
    }

    fs::path path_;
};

TEST_F(JournalTest, GivesBackWhatWasAppended) {
    write_three();
    Journal const journal{path_, identity, JournalAccess::read};
    ASSERT_EQ(journal.records().size(), 3U);
    EXPECT_EQ(journal.records()[0].row, 7U);
    EXPECT_EQ(journal.read(journal.records()[0]), "seven");
    EXPECT_EQ(journal.read(journal.records()[1]), "");
    EXPECT_EQ(journal.read(journal.records()[2]), std::string("ni\0ne", 5));
    EXPECT_EQ(journal.dropped_bytes(), 0U);
}

TEST_F(JournalTest, GoesOnWhereverItWasCut) {
    write_three();
    auto const whole = bytes();
    Journal const reference{path_, identity, JournalAccess::read};
    std::vector<std::size_t> ends;
    for (auto const& record : reference.records()) ends.push_back(record.offset + record.size);
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        put(whole.substr(0, size));
        std::size_t const there = static_cast<std::size_t>(
            std::count_if(ends.begin(), ends.end(), [&](auto end) { return end <= size; }));
        {
            Journal journal{path_, identity, JournalAccess::go_on};
            ASSERT_EQ(journal.records().size(), there) << size;
            journal.append(100, "more");
        }
        Journal const again{path_, identity, JournalAccess::read};
        ASSERT_EQ(again.records().size(), there + 1) << size;
        ASSERT_EQ(again.read(again.records().back()), "more") << size;
        ASSERT_EQ(again.dropped_bytes(), 0U) << size;
    }
}

TEST_F(JournalTest, NeverTrustsAChangedByte) {
    write_three();
    auto const whole = bytes();
    Journal const reference{path_, identity, JournalAccess::read};
    auto const first = reference.records().front().offset - 24;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        put(changed);
        try {
            Journal const journal{path_, identity, JournalAccess::read};
            EXPECT_LT(journal.records().size(), 3U) << i;
            EXPECT_GT(journal.dropped_bytes(), 0U) << i;
        } catch (InputError const&) {
            EXPECT_LT(i, first);  // the header
        }
    }
}

TEST_F(JournalTest, RefusesAnotherIdentityAndSaysWhatDiffers) {
    write_three();
    try {
        Journal const journal{path_, "program 1\ndesign xyz\n", JournalAccess::go_on};
        FAIL();
    } catch (InputError const& error) {
        EXPECT_NE(std::string{error.what()}.find("'design abc', this is 'design xyz'"),
                  std::string::npos)
            << error.what();
    }
    Journal const journal{path_, identity, JournalAccess::read};
    EXPECT_EQ(journal.records().size(), 3U);  // nothing was touched
}

TEST_F(JournalTest, RefusesAFileThatIsNoJournal) {
    put("a letter to somebody");
    EXPECT_THROW((Journal{path_, identity, JournalAccess::go_on}), InputError);
    EXPECT_EQ(bytes(), "a letter to somebody");
}

TEST_F(JournalTest, RefusesASecondWriter) {
    Journal journal{path_, identity, JournalAccess::anew};
    journal.append(1, "one");
    EXPECT_THROW((Journal{path_, identity, JournalAccess::go_on}), InputError);
    EXPECT_THROW((Journal{path_, identity, JournalAccess::anew}), InputError);
    journal.append(2, "two");
    Journal const reader{path_, identity, JournalAccess::read};
    EXPECT_EQ(reader.records().size(), 2U);
}

TEST_F(JournalTest, BeginsAnewWhenAsked) {
    write_three();
    { Journal const journal{path_, "other\n", JournalAccess::anew}; }
    Journal const journal{path_, "other\n", JournalAccess::read};
    EXPECT_TRUE(journal.records().empty());
}

TEST_F(JournalTest, KeepsEarlierRecordsWholeWhenTheDiskIsFull) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    std::size_t kept = 0;
    {
        Journal journal{path_, identity, JournalAccess::anew};
        rlimit const small{2000, before.rlim_max};
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
        try {
            for (;;) {
                journal.append(kept, std::string(300, 'x'));
                ++kept;
            }
        } catch (IoError const& error) {
            EXPECT_NE(std::string{error.what()}.find(path_.string()), std::string::npos);
        }
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    }
    EXPECT_GE(kept, 5U);
    Journal const journal{path_, identity, JournalAccess::read};
    EXPECT_EQ(journal.records().size(), kept);
    EXPECT_EQ(journal.dropped_bytes(), 0U);
}

TEST_F(JournalTest, ReadsOnWhileAnotherWrites) {
    Journal writer{path_, identity, JournalAccess::anew};
    Journal reader{path_, identity, JournalAccess::read};
    ASSERT_TRUE(reader.has_header());
    EXPECT_TRUE(reader.records().empty());
    writer.append(4, "four");
    writer.append(5, "five");
    reader.refresh();
    ASSERT_EQ(reader.records().size(), 2U);
    EXPECT_EQ(reader.read(reader.records()[1]), "five");
    auto const size = fs::file_size(path_);
    writer.append(6, "six");
    fs::resize_file(path_, size + 10);  // as if it were being written
    reader.refresh();
    EXPECT_EQ(reader.records().size(), 2U);
    EXPECT_EQ(reader.dropped_bytes(), 10U);
}

TEST_F(JournalTest, SaysWhetherItsHeaderIsThere) {
    { Journal const writer{path_, identity, JournalAccess::anew}; }
    fs::resize_file(path_, 20);
    EXPECT_FALSE((Journal{path_, identity, JournalAccess::read}.has_header()));
}

TEST_F(JournalTest, NamesAFolderThatIsNotThere) {
    EXPECT_THROW((Journal{path_ / "x.journal", identity, JournalAccess::anew}), IoError);
}

TEST_F(JournalTest, CanBeRemoved) {
    write_three();
    Journal journal{path_, identity, JournalAccess::go_on};
    journal.remove();
    EXPECT_FALSE(fs::exists(path_));
}

}  // namespace
}  // namespace sim
