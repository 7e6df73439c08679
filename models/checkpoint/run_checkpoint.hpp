#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "sim/io/file_identity.hpp"
#include "sim/io/provenance.hpp"

/// \file models/checkpoint/run_checkpoint.hpp
/// A run that stopped half-way, in a file beside its result: enough to go on to the same bytes.

namespace models {

/// Type and version of checkpoints.
[[nodiscard]] inline sim::FileIdentity checkpoint_identity() {
    return {.type = "azalai-checkpoint", .major = 1, .minor = 0};
}

/// What must be the same for a run to go on where another stopped.
struct RunKey {
    sim::Provenance made = {};  ///< Program, scenario, inputs and seed; `this_run` does not count.
    std::uint32_t days = 0;     ///< Days that the whole run simulates [d].
};

/// A run between two days. The texts are bytes.
struct RunCheckpoint {
    std::uint32_t days_done = 0;  ///< Days that were simulated [d].
    std::string world = {};       ///< world_bytes().
    std::string history = {};     ///< bytes_of(RunHistory).
    std::string recorder = {};    ///< ResultRecorder::state().
    std::string rows = {};        ///< The result file so far, flushed.
};

/// Where checkpoints of a result lie: NAME.checkpoint, and the one before it.
[[nodiscard]] std::filesystem::path checkpoint_of(std::filesystem::path const& result);
[[nodiscard]] std::filesystem::path previous_checkpoint_of(std::filesystem::path const& result);

/// Where its rows are laid while a run takes them on; gone afterwards, unless it was killed.
[[nodiscard]] std::filesystem::path rows_of(std::filesystem::path const& result);

/// Write a checkpoint; the one that was there becomes the one before, so that there is a whole one
/// whenever the process is killed.
/// \throws IoError if it cannot be written; the checkpoints before it stay.
void write_checkpoint(std::filesystem::path const& result, RunKey const& key,
                      RunCheckpoint const& checkpoint);

/// The last whole checkpoint of a result; nothing if there is none.
/// \throws InputError, with the reason, if it is of another program, scenario, input, seed or
/// number
///         of days, or if none of those that are there can be read.
[[nodiscard]] std::optional<RunCheckpoint> read_checkpoint(std::filesystem::path const& result,
                                                           RunKey const& key);

/// Whether a file is the complete result of that very run, so that nothing is left to do. False if
/// there is none, or it cannot be read.
[[nodiscard]] bool is_complete_result(std::filesystem::path const& result, RunKey const& key);

/// Remove the checkpoints of a result that is complete, and what killed runs left of them. Never
/// throws. \pre No other process writes this result.
void remove_checkpoints(std::filesystem::path const& result) noexcept;

}  // namespace models
