#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "models/flee/instance.hpp"
#include "models/flee/run.hpp"
#include "sim/io/file_identity.hpp"
#include "sim/io/part_file.hpp"

/// \file models/flee/result_file.hpp
/// The HDF5 file of the runs of one instance. Its datasets: sim/io/FORMAT.md.

namespace models::flee {

/// \return Type and version of the file.
[[nodiscard]] inline sim::FileIdentity result_identity() {
    return {.type = "azalai-flee", .major = 1, .minor = 0};
}

/// What results depend on beside the instance.
struct RuleSet {
    std::string name = "flee";                ///< As after `--rules`.
    std::string text = {};                    ///< Its parameters as TOML; empty: the instance's.
    std::vector<sim::InputFile> inputs = {};  ///< Files that they came from.
};

/// Write all runs of an instance to one file.
/// \param command_line  As typed, for the provenance.
/// \throws InputError if it exists and may not be overwritten. \throws IoError if it cannot be
///         written.
void write_results(std::filesystem::path const& path, sim::Overwrite overwrite,
                   Instance const& instance, std::span<Run const> runs, RuleSet const& rules,
                   std::string const& command_line);

}  // namespace models::flee
