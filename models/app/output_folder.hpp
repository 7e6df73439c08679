#pragma once

#include <filesystem>
#include <vector>

#include "sim/ensemble/journal.hpp"

/// \file models/app/output_folder.hpp
/// The folder of the results of many runs.

namespace models {

/// Make a folder unless it is there, and refuse to overwrite what is.
/// \param results  Files that must not be there, unless `may_be_there`.
/// \throws IoError if it cannot be made; InputError if a result is there.
void make_output_folder(std::filesystem::path const& folder,
                        std::vector<std::filesystem::path> const& results, bool may_be_there);

/// How journals of earlier runs are opened: begun anew with `force`, unless `resume` keeps them.
/// \param options  With both.
template <class Options>
[[nodiscard]] sim::JournalAccess journal_access(Options const& options) noexcept {
    return options.force && !options.resume ? sim::JournalAccess::anew : sim::JournalAccess::go_on;
}

}  // namespace models
