#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/ensemble/study.hpp"
#include "sim/ensemble/journal.hpp"
#include "sim/ensemble/work.hpp"
#include "sim/io/part_file.hpp"

/// \file models/app/sweep.hpp
/// The runs of a sweep: from rows of the manifest to one file. Whoever hands out rows, threads, MPI
/// ranks or shards, uses these.

namespace models {

/// How a sweep is started.
struct SweepOptions {
    std::filesystem::path folder;   ///< Where everything goes.
    sim::Shard shard = {};          ///< Which part; 0/1 is all.
    int cores = 1;                  ///< Threads to use, >= 1.
    bool resume = false;            ///< Keep what is there, and do what is missing.
    bool force = false;             ///< Replace what is there.
    std::string command_line = {};  ///< As typed, for the provenance.
};

/// Where the result goes: ensemble.h5 of the folder, or part-III-of-NNN.h5 of a shard.
[[nodiscard]] std::filesystem::path file_of(SweepOptions const& options);

/// How cores are shared out: runs side by side, and threads inside each.
struct CoreUse {
    int jobs = 1;
    int threads = 1;
};

/// Runs side by side as far as there are any, and the cores that are left inside of them.
[[nodiscard]] CoreUse share_cores(int cores, std::uint64_t runs) noexcept;

/// One run as bytes: the RunSummary of a row. Safe for several threads at once.
[[nodiscard]] std::string run_row(Study const& study, std::uint64_t row, int threads);

/// The bytes of a row's result.
using ResultOfRow = std::function<std::string(std::uint64_t row)>;

/// Write rows of the manifest to a file of type azalai-ensemble.
/// \param rows  In the order of the manifest.
/// \throws as ResultWriter; InputError if a result is damaged.
void write_ensemble(Study const& study, std::filesystem::path const& path, sim::Overwrite overwrite,
                    std::vector<std::uint64_t> const& rows, ResultOfRow const& result_of,
                    SweepOptions const& options);

/// A part of a sweep in its folder: what is done, what is missing.
class SweepPart {
  public:
    /// Make the folder, write or compare the manifest, open the journal.
    /// \throws InputError if there are results that may be neither kept nor replaced, or they
    /// belong
    ///         to another design, program or input, or another process is at work.
    /// \throws IoError if the folder cannot be written.
    SweepPart(Study const& study, SweepOptions options);

    /// Where the result of this part goes: ensemble.h5, or part-III-of-NNN.h5.
    [[nodiscard]] std::filesystem::path const& file() const noexcept { return file_; }

    /// Whether that file is there already.
    [[nodiscard]] bool is_complete() const noexcept { return !journal_; }

    /// All rows of this part.
    [[nodiscard]] sim::ShardRows rows() const noexcept { return rows_; }

    /// Rows without a result, in order.
    [[nodiscard]] std::vector<std::uint64_t> missing() const;

    /// Keep a result. Called by one thread at a time. \throws IoError
    void deliver(std::uint64_t row, std::string const& bytes);

    /// Bring all results to the disk. \throws IoError
    void sync();

    /// Bytes that the journal lost to an earlier fault [bytes].
    [[nodiscard]] std::uint64_t dropped_bytes() const noexcept;

    /// Write the file and remove the journal. \pre missing() is empty. \throws as write_ensemble().
    void finish();

  private:
    void write_manifest() const;
    void read_journal();

    Study const& study_;
    SweepOptions options_;
    sim::ShardRows rows_;
    std::filesystem::path file_;
    std::optional<sim::Journal> journal_;  // empty: complete
    std::vector<std::int64_t> record_of_;  // by row of the part; -1: no result
};

/// What a folder of parts holds, and what join_parts() did.
struct JoinReport {
    std::uint64_t parts = 0;                ///< Parts that belong to the sweep.
    std::vector<std::string> missing = {};  ///< What is missing, for people.
    std::uint64_t runs = 0;                 ///< Runs in the joined file.
    std::filesystem::path file = {};        ///< Empty: nothing was written.
};

/// Copy the parts of a folder into ensemble.h5.
/// \param is_partial  Write what is there even if parts are missing.
/// \throws InputError if there are no parts, they belong to different sweeps, or ensemble.h5 exists
///         and may not be replaced.
[[nodiscard]] JoinReport join_parts(std::filesystem::path const& folder, bool is_partial,
                                    sim::Overwrite overwrite, std::string const& command_line);

}  // namespace models
