#include "models/app/output_folder.hpp"

#include <system_error>

#include "sim/base/check.hpp"

namespace models {

namespace fs = std::filesystem;

void make_output_folder(fs::path const& folder, std::vector<fs::path> const& results,
                        bool may_be_there) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed || !fs::is_directory(folder)) {
        throw sim::IoError(folder.string() + ": cannot make this folder (" + failed.message() +
                           "). Choose another one.");
    }
    for (auto const& there : results) {
        sim::require(may_be_there || !fs::exists(there),
                     there.string() +
                         ": already exists (nothing is overwritten). Go on with --resume, begin "
                         "anew with --force, or choose another folder.");
    }
}

}  // namespace models
