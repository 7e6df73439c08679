#pragma once

#include <filesystem>
#include <vector>

/// \file models/app/output_folder.hpp
/// The folder of the results of many runs.

namespace models {

/// Make a folder unless it is there, and refuse to overwrite what is.
/// \param results  Files that must not be there, unless `may_be_there`.
/// \throws IoError if it cannot be made; InputError if a result is there.
void make_output_folder(std::filesystem::path const& folder,
                        std::vector<std::filesystem::path> const& results, bool may_be_there);

}  // namespace models
