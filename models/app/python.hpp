#pragma once

#include <filesystem>
#include <span>
#include <string>

/// \file models/app/python.hpp
/// Starts a module of the Python package `azalai` (analysis/azalai).

namespace models {

/// Where the package lies that belongs to a program: `analysis/` of the folder it was built in, or
/// `share/azalai/python` of where it was installed.
///
/// \param program  The program's own file.
/// \return  A folder that holds `azalai`; empty if neither is there, as when Python itself has it.
[[nodiscard]] std::filesystem::path python_package_folder(std::filesystem::path const& program);

/// Run `python3 -m MODULE ARGUMENTS...` and wait for it. It shares standard error, finds this
/// program by `$AZALAI` and the package by python_package_folder().
///
/// Python is `$AZALAI_PYTHON` if that is set, else `/usr/bin/python3`, else `python3` on the path:
/// the first that has every package that is needed.
///
/// \param output  An existing file that gets its standard output.
/// \return  Its exit code; exit_internal if a signal ended it.
/// \throws IoError saying what to install if there is no such Python.
[[nodiscard]] int run_python_module(std::string const& module,
                                    std::span<std::string const> arguments,
                                    std::filesystem::path const& output);

}  // namespace models
