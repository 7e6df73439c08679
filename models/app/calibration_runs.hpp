#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/app/calibration_folder.hpp"
#include "models/calibration/run_record.hpp"
#include "models/scenario/scenario_family.hpp"
#include "sim/ensemble/journal.hpp"
#include "sim/ensemble/mpi_work.hpp"

/// \file models/app/calibration_runs.hpp
/// The runs of a calibration on cores, ranks and shards: each once, kept in journals by what was
/// asked, so that whoever asks for it again has it.

namespace models {

/// Thrown when a calibration stops before its end; what was run is kept.
struct CalibrationStopped {
    std::string why;
};

/// A finished run as a journal holds it.
struct KeptRun {
    RunRequest request = {};
    RunRecord record = {};
    double seconds = 0.0;  ///< That it took on its core [s].
};

/// Makes runs and remembers them. One for each process.
class CalibrationRuns {
  public:
    /// Open the journal of this process and read those of others.
    /// \param mpi  The ranks that share the work; null: this process alone.
    /// \throws InputError if a journal holds other runs, or another process writes ours.
    CalibrationRuns(ScenarioFamily const& scenario, std::vector<std::string> keys,
                    std::string identity, CalibrationFolder const& folder, sim::MpiWork* mpi);

    /// What is asked, in its order. Everybody asks for the same in the same order: a shard does its
    /// share and waits for the others.
    /// \throws CalibrationStopped if interrupted, or others do not bring theirs in time.
    [[nodiscard]] std::vector<RunRecord> make(std::span<RunRequest const> requests);

    /// Where progress goes: told before each batch and after each run of it.
    std::function<void(std::size_t done, std::size_t all)> progress = {};

    /// Asked whether to stop.
    std::function<bool()> should_stop = {};

    /// Runs of this process since it started.
    [[nodiscard]] std::uint64_t made_here() const noexcept { return made_here_; }

    /// Time that the runs of the last batch took, whoever made them when [s].
    [[nodiscard]] double seconds_of_last() const noexcept { return seconds_of_last_; }

  private:
    using Row = std::uint64_t;  // a digest of the request

    struct OtherJournal {
        std::unique_ptr<sim::Journal> journal;
        std::size_t read = 0;  // records
    };

    [[nodiscard]] std::string run(RunRequest const& request, int threads) const;
    void take(sim::Journal const& journal, std::size_t first);
    void read_others();
    [[nodiscard]] std::vector<Row> missing(std::span<RunRequest const> requests,
                                           bool only_ours) const;
    void make_here(std::span<RunRequest const> requests, std::vector<Row> const& rows);
    void make_over_ranks(std::span<RunRequest const> requests, std::vector<Row> rows);
    void wait_for_others(std::span<RunRequest const> requests);
    [[nodiscard]] bool is_stopping() const { return should_stop && should_stop(); }

    ScenarioFamily const& scenario_;
    std::vector<std::string> keys_;
    std::string identity_;
    CalibrationFolder const& folder_;
    sim::MpiWork* mpi_;
    sim::Journal journal_;
    std::unordered_map<std::string, OtherJournal> others_;
    std::unordered_map<Row, KeptRun> known_;
    std::uint64_t made_here_ = 0;
    double seconds_of_last_ = 0.0;
};

}  // namespace models
