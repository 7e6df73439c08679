#include "sim/io/seal.hpp"

#include <gtest/gtest.h>
#include <hdf5.h>

#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

namespace fs = std::filesystem;

class Sealed : public ::testing::Test {
  protected:
    Sealed() { sample::write_file(path_, 3); }

    sample::Folder folder_;
    fs::path path_ = folder_ / "run.h5";
};

TEST_F(Sealed, IsWhatTheWriterLeaves) {
    EXPECT_EQ(sim::seal_of(path_), sim::Seal::whole);
    EXPECT_EQ(sample::contents(path_).size() - sample::contents(path_).rfind("azalai sealed v1\n"),
              82U);
}

TEST_F(Sealed, IsBrokenByAnyChangedBit) {
    auto const whole = sample::contents(path_);
    for (std::size_t at = 9; at < whole.size() - 82; at += 1'009) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        sample::fill(path_, changed);
        EXPECT_EQ(sim::seal_of(path_), sim::Seal::broken) << at;
        try {
            sim::ResultReader const reader(path_, sample::identity);
            ADD_FAILURE() << "read with byte " << at << " changed";
        } catch (sim::InputError const& error) {
            EXPECT_NE(std::string(error.what()).find("run.h5: is damaged"), std::string::npos);
        }
    }
}

TEST_F(Sealed, IsNoneOfAFileThatAnotherProgramChanged) {
    hid_t const file = H5Fopen(path_.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    ASSERT_GE(file, 0);
    hid_t const group = H5Gcreate2(file, "/mine", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    ASSERT_GE(group, 0);
    H5Gclose(group);
    H5Fclose(file);
    EXPECT_EQ(sim::seal_of(path_), sim::Seal::none);
    EXPECT_NO_THROW(sim::ResultReader(path_, sample::identity));
}

TEST_F(Sealed, IsNoneOfAFileCutShort) {
    fs::resize_file(path_, fs::file_size(path_) - 1);
    EXPECT_EQ(sim::seal_of(path_), sim::Seal::none);
    EXPECT_NO_THROW(sim::ResultReader(path_, sample::identity));  // nothing of value is missing
    sample::fill(folder_ / "tiny", "x");
    EXPECT_EQ(sim::seal_of(folder_ / "tiny"), sim::Seal::none);
}

}  // namespace
