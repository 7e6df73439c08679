#pragma once

#include <memory>
#include <string>

#include "models/recorders/recording.hpp"
#include "models/reporting/registration.hpp"
#include "models/scenario/output_params.hpp"
#include "models/world/world.hpp"

/// \file models/recorders/result_recorder.hpp
/// Everything that a run writes into its result file, in one observer.

namespace models {

/// Writes the groups that a scenario asks for; datasets as in sim/io/FORMAT.md.
///
/// Its cost is kept small by writing in blocks, and by fields only every so many days.
class ResultRecorder {
  public:
    /// Days between two flushes: what a killed run leaves behind ends at one of them [d].
    static constexpr std::uint32_t flush_every_days = 32;

    /// Write what is known before the run. \p writer must outlive the recorder.
    ResultRecorder(sim::ResultWriter& writer, World const& world, OutputParams const& output,
                   Period const& period, Registrations const& registrations);
    ~ResultRecorder();
    ResultRecorder(ResultRecorder const&) = delete;
    ResultRecorder& operator=(ResultRecorder const&) = delete;

    /// Look at a finished day.
    void observe(World const& world);

    /// What it remembers between days, as bytes; the rows are in the file. For checkpoints.
    [[nodiscard]] std::string state() const;

    /// Remember what another recorder of the same scenario did. \pre No day was observed.
    /// \throws std::exception if the bytes are not those of state().
    void restore(std::string const& state);

    /// Write what is known only when the run ends, or is interrupted. Call once.
    void finish(World const& world);

  private:
    struct Groups;

    sim::ResultWriter* writer_;
    std::unique_ptr<Groups> groups_;
};

}  // namespace models
