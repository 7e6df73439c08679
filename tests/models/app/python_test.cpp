#include "models/app/python.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sim/base/check.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

namespace fs = std::filesystem;

void make_package(fs::path const& folder) {
    fs::create_directories(folder / "azalai");
    std::ofstream{folder / "azalai" / "__init__.py"} << "\n";
}

TEST(PythonPackageFolder, IsThatOfTheTreeOrOfTheInstallation) {
    sample::Folder const folder;
    EXPECT_TRUE(models::python_package_folder(folder / "build/dev/azalai").empty());
    make_package(folder / "analysis");
    EXPECT_EQ(models::python_package_folder(folder / "build/dev/azalai"), folder / "analysis");
    EXPECT_TRUE(models::python_package_folder(folder / "opt/usr/bin/azalai").empty());
    make_package(folder / "opt/usr/share/azalai/python");
    EXPECT_EQ(models::python_package_folder(folder / "opt/usr/bin/azalai"),
              folder / "opt/usr/share/azalai/python");
}

TEST(RunPythonModule, SaysWhatToInstallIfThereIsNoPython) {
    sample::Folder const folder;
    auto const page = folder / "page";
    std::ofstream{page} << "";
    ::setenv("AZALAI_PYTHON", "/bin/false", 1);
    try {
        static_cast<void>(models::run_python_module("azalai.report", {}, page));
        FAIL() << "no error";
    } catch (sim::IoError const& error) {
        EXPECT_NE(std::string{error.what()}.find("/bin/false"), std::string::npos);
        EXPECT_NE(std::string{error.what()}.find("python3-matplotlib"), std::string::npos);
    }
    ::unsetenv("AZALAI_PYTHON");
}

TEST(RunPythonModule, ReturnsTheExitCodeAndKeepsTheOutput) {
    sample::Folder const folder;
    auto const python = folder / "python";
    std::ofstream{python} << "#!/bin/sh\n"
                             "if [ \"$2\" = -c ]; then exit 0; fi\n"
                             "echo \"$@\"\n"
                             "exit 7\n";
    fs::permissions(python, fs::perms::owner_all);
    auto const page = folder / "page";
    std::ofstream{page} << "";
    ::setenv("AZALAI_PYTHON", python.c_str(), 1);
    std::string const arguments[] = {"a b", "$c"};
    EXPECT_EQ(models::run_python_module("azalai.report", arguments, page), 7);
    EXPECT_EQ(sample::contents(page), "-P -m azalai.report a b $c\n");
    ::unsetenv("AZALAI_PYTHON");
}

}  // namespace
