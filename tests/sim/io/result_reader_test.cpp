#include "sim/io/result_reader.hpp"

#include <gtest/gtest.h>
#include <hdf5.h>

#include <algorithm>
#include <string>

#include "sim/base/check.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

using sim::FileIdentity;
using sim::ResultReader;

/// What the reader says about the file, or nothing if it accepts it.
std::string complaint(std::filesystem::path const& path, FileIdentity const& expected) {
    try {
        ResultReader const reader(path, expected);
        return "";
    } catch (sim::InputError const& problem) {
        return problem.what();
    }
}

bool says(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(ResultReader, ReadsItsOwnVersionAndOlderOnes) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 1);  // version 2.1
    EXPECT_EQ(complaint(folder / "run.h5", {"azalai-sample", 2, 0}), "");
    EXPECT_EQ(complaint(folder / "run.h5", {"azalai-sample", 3, 0}), "");
    EXPECT_TRUE(says(complaint(folder / "run.h5", {"azalai-sample", 1, 9}), "newer program"));
    EXPECT_TRUE(says(complaint(folder / "run.h5", {"azalai-sweep", 2, 1}), "not of type"));
}

TEST(ResultReader, RefusesWhatIsNoResultFile) {
    sample::Folder const folder;
    sample::fill(folder / "text.h5", "not HDF5 at all");
    sample::fill(folder / "empty.h5", "");
    EXPECT_TRUE(says(complaint(folder / "text.h5", sample::identity), "not HDF5"));
    EXPECT_TRUE(says(complaint(folder / "empty.h5", sample::identity), "not HDF5"));
    EXPECT_TRUE(says(complaint(folder / "none.h5", sample::identity), "no such file"));
    EXPECT_TRUE(says(complaint(folder.path(), sample::identity), "not a plain file"));
}

TEST(ResultReader, RefusesAFileCutShortAnywhere) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 20);
    auto const whole = sample::contents(folder / "run.h5");
    for (std::size_t cut = 1; cut <= 20; ++cut) {
        sample::fill(folder / "cut.h5", whole.substr(0, whole.size() * cut / 21));
        EXPECT_TRUE(says(complaint(folder / "cut.h5", sample::identity), "is damaged")) << cut;
    }
}

class ChangedByte : public testing::TestWithParam<sim::Storage> {};

TEST_P(ChangedByte, IsNoticedWhenTheValuesAreRead) {
    sample::Folder const folder;
    std::vector<std::uint32_t> noise(20'000);
    std::uint32_t state = 1;
    for (auto& value : noise) value = state = state * 1'664'525U + 1'013'904'223U;
    {
        sim::ResultWriter writer(folder / "run.h5", sim::Overwrite::no, sample::identity, {});
        auto const row = writer.dimension("/row", noise.size());
        writer.write("/noise", {row}, noise, {}, GetParam());
        writer.commit();
    }
    auto bytes = sample::contents(folder / "run.h5");
    bytes.resize(bytes.rfind("azalai sealed v1"));  // as of a file that another program changed
    auto& byte = bytes[bytes.size() / 2];           // nearly all of the file is noise
    byte = static_cast<char>(byte ^ 1);
    sample::fill(folder / "run.h5", bytes);
    ResultReader const reader(folder / "run.h5", sample::identity);
    try {
        static_cast<void>(reader.read<std::uint32_t>("/noise"));
        FAIL();
    } catch (sim::InputError const& problem) {
        EXPECT_TRUE(says(problem.what(), "damaged")) << problem.what();
        EXPECT_TRUE(says(problem.what(), "/noise")) << problem.what();
    }
}

INSTANTIATE_TEST_SUITE_P(ResultReader, ChangedByte,
                         testing::Values(sim::Storage{},
                                         sim::Storage{.deflate = 0, .shuffle = false}));

/// Change the count of complete rows, as if the process had been killed before writing it.
void set_committed(std::filesystem::path const& path, std::int32_t rows) {
    hid_t const file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    hid_t const committed = H5Dopen2(file, "/cells/committed", H5P_DEFAULT);
    EXPECT_GE(H5Dwrite(committed, H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, &rows), 0);
    EXPECT_GE(H5Dclose(committed), 0);
    EXPECT_GE(H5Fclose(file), 0);
}

TEST(ResultReader, ReadsNoRowsBeyondTheCommittedOnes) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 10);
    set_committed(folder / "run.h5", 7);
    ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_EQ(reader.shape("/cells/deaths"), (std::vector<std::size_t>{7, 3, 4}));
    EXPECT_EQ(reader.read<float>("/cells/deaths").back(), 611.0F);
    EXPECT_EQ(reader.read<std::int32_t>("/cells/time").size(), 7U);
}

TEST(ResultReader, RefusesMoreCommittedRowsThanThereAre) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 10);
    set_committed(folder / "run.h5", 11);
    ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_THROW(static_cast<void>(reader.read<float>("/cells/deaths")), sim::InputError);
}

TEST(ResultReader, ListsWhatIsInTheFile) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 6);
    ResultReader const reader(folder / "run.h5", sample::identity);
    auto const datasets = reader.datasets();
    auto const deaths =
        std::ranges::find(datasets, "/cells/deaths", &sim::DatasetDescription::path);
    ASSERT_NE(deaths, datasets.end());
    EXPECT_EQ(deaths->type, "float32");
    EXPECT_EQ(deaths->shape, (std::vector<std::size_t>{6, 3, 4}));
    EXPECT_EQ(deaths->dimensions, (std::vector<std::string>{"time", "lat", "lon"}));
    EXPECT_EQ(deaths->units, "1");
    EXPECT_EQ(deaths->long_name, "deaths");
    EXPECT_TRUE(std::ranges::none_of(datasets, [](auto const& dataset) {
        return dataset.path == "/events/event" || dataset.path == "/places/place";
    }));
    EXPECT_TRUE(std::ranges::is_sorted(datasets, {}, &sim::DatasetDescription::path));
}

TEST(ResultReader, SaysWhatValuesMean) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 2);
    ResultReader const reader(folder / "run.h5", sample::identity);
    auto const flags = reader.flags("/places/kind");
    ASSERT_EQ(flags.size(), 2U);
    EXPECT_EQ(flags[1].value, 1);
    EXPECT_EQ(flags[1].meaning, "town");
    EXPECT_TRUE(reader.flags("/cells/deaths").empty());
    EXPECT_EQ(reader.fill_value("/cells/population"), -9.0);
    EXPECT_EQ(reader.fill_value("/cells/deaths"), -1.0);
    EXPECT_EQ(reader.fill_value("/places/kind"), std::nullopt);
    for (auto const& dataset : reader.datasets()) {
        bool const grows = dataset.path == "/cells/deaths" || dataset.path == "/cells/total" ||
                           dataset.path == "/cells/time" || dataset.path == "/events/day" ||
                           dataset.path == "/events/deaths" || dataset.path == "/events/note";
        EXPECT_EQ(dataset.grows, grows) << dataset.path;
    }
}

TEST(ResultReader, RefusesToReadWhatIsNotThere) {
    sample::Folder const folder;
    sample::write_file(folder / "run.h5", 1);
    ResultReader const reader(folder / "run.h5", sample::identity);
    EXPECT_TRUE(reader.contains("/cells/deaths"));
    EXPECT_FALSE(reader.contains("/no/such/thing"));
    EXPECT_THROW(static_cast<void>(reader.read<float>("/no/such/thing")), sim::InputError);
    EXPECT_THROW(static_cast<void>(reader.read_text("/cells/deaths")), sim::InputError);
    EXPECT_THROW(static_cast<void>(reader.read<float>("/places/name")), sim::InputError);
    EXPECT_THROW(static_cast<void>(reader.read<std::int32_t>("/cells/deaths")), sim::InputError);
    EXPECT_NO_THROW(static_cast<void>(reader.read<double>("/cells/deaths")));  // exact: allowed
}

}  // namespace
