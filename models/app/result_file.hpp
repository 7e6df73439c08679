#pragma once

#include <filesystem>
#include <memory>

#include "models/app/run_scenario.hpp"
#include "models/checkpoint/run_checkpoint.hpp"
#include "models/recorders/figure_comparison.hpp"
#include "models/recorders/result_recorder.hpp"
#include "sim/io/result_writer.hpp"

/// \file models/app/result_file.hpp
/// The result file of one run: opened first, filled day by day, named when complete.

namespace models {

/// What must be the same for a run to be repeated, or to go on from a checkpoint.
[[nodiscard]] sim::Provenance provenance_of(Scenario const& scenario, RunOptions const& options);

/// A result file being written.
class ResultFile {
  public:
    /// Open it and write how it comes about. \throws as ResultWriter.
    ResultFile(Scenario const& scenario, RunOptions const& options);

    /// Write what is known before the first day. Call once.
    void begin(World const& world, Scenario const& scenario, sim::Day last);

    /// Write a finished day.
    void observe(World const& world) { recorder_->observe(world); }

    /// Flush, and give what is there so far as a checkpoint has it: rows and recorder.
    void save(RunCheckpoint& checkpoint);

    /// Go on from a checkpoint. Call once, after begin() and before the first day.
    /// \throws InputError if it is damaged.
    void resume(RunCheckpoint const& checkpoint);

    /// Write what is known at the end, and close the file.
    /// \return Where it is: under its name, or as `.part` if the run was stopped.
    [[nodiscard]] std::filesystem::path finish(World const& world, sim::RunEnd end,
                                               Scenario const& scenario, RunOutcome const& outcome);

  private:
    std::filesystem::path path_;
    sim::ResultWriter writer_;
    Period period_;
    std::unique_ptr<ResultRecorder> recorder_;
};

}  // namespace models
