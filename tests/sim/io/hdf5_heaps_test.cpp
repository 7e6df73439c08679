#include "sim/io/hdf5_heaps.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

using sim::hdf5::heaps_are_sound;

void put(std::string& bytes, std::size_t at, std::uint64_t value) {
    for (std::size_t i = 0; i < 8; ++i) bytes[at + i] = static_cast<char>(value >> 8 * i & 0xFFU);
}

/// The bytes of a file with texts, without its seal, and where its first heap begins.
struct Sample {
    Sample() {
        sample::write_file(folder / "run.h5", 3);
        bytes = sample::contents(folder / "run.h5");
        bytes.resize(bytes.rfind("azalai sealed v1"));
        heap = bytes.find("GCOL");
    }

    /// What the reader says of the bytes.
    [[nodiscard]] std::string complaint() const {
        sample::fill(folder / "changed.h5", bytes);
        try {
            sim::ResultReader const reader(folder / "changed.h5", sample::identity);
            return "";
        } catch (sim::InputError const& problem) {
            return problem.what();
        }
    }

    sample::Folder folder;
    std::string bytes;
    std::size_t heap = 0;
};

TEST(Heaps, OfOurFilesAreSound) {
    Sample const good;
    ASSERT_NE(good.heap, std::string::npos);
    EXPECT_TRUE(heaps_are_sound(good.bytes));
    EXPECT_TRUE(sim::hdf5::file_has_sound_heaps(good.folder / "run.h5"));
    EXPECT_EQ(good.complaint(), "");
    EXPECT_TRUE(heaps_are_sound("no heap at all"));
}

TEST(Heaps, AnObjectThatIsLongerThanItsHeapIsDamage) {
    for (std::uint64_t const length : {std::uint64_t{1} << 20U, ~std::uint64_t{0}}) {
        Sample changed;
        put(changed.bytes, changed.heap + 16 + 8, length);
        EXPECT_FALSE(heaps_are_sound(changed.bytes));
        EXPECT_NE(changed.complaint().find("is damaged"), std::string::npos);
    }
}

TEST(Heaps, AHeapThatIsLongerThanTheFileIsDamage) {
    Sample changed;
    put(changed.bytes, changed.heap + 8, changed.bytes.size());
    EXPECT_FALSE(heaps_are_sound(changed.bytes));
}

TEST(Heaps, FreeSpaceOfNoLengthWouldBeReadForEver) {
    Sample changed;
    changed.bytes[changed.heap + 16] = 0;  // the first object counts as free space
    changed.bytes[changed.heap + 17] = 0;
    put(changed.bytes, changed.heap + 16 + 8, 0);
    EXPECT_FALSE(heaps_are_sound(changed.bytes));
    EXPECT_NE(changed.complaint().find("is damaged"), std::string::npos);
}

TEST(Heaps, OneThatIsCutOffIsDamage) {
    Sample changed;
    changed.bytes.resize(changed.heap + 10);
    EXPECT_FALSE(heaps_are_sound(changed.bytes));
}

}  // namespace
