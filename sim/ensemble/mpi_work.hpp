#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/ensemble/work.hpp"

/// \file sim/ensemble/mpi_work.hpp
/// The same work over the ranks of an MPI job.

namespace sim {

/// How the work of all ranks ended.
enum class WorkEnd {
    finished,  ///< Every row was run and delivered.
    stopped,   ///< A rank was told to stop: rows are left, those begun are delivered.
    failed,    ///< Another rank failed, and throws: rows are left, those begun are delivered.
};

/// Called on rank 0 when a rank has delivered a row; by one thread at a time. Must not throw.
using Finished = std::function<void(std::uint64_t row)>;

/// Whether this program was built with MPI.
[[nodiscard]] bool is_built_with_mpi() noexcept;

/// This process as a rank of an MPI job. At most one in the life of a process.
///
/// Only the thread that made it calls MPI. Ranks that wait sleep, and take no core from those that
/// work. When a rank is killed, the launcher ends all others (`mpirun` always, `srun` with
/// --kill-on-bad-exit=1); what was delivered until then is where deliver() put it.
class MpiWork {
  public:
    /// Join the others.
    /// \throws InputError if this program has no MPI, or another one than the launcher.
    MpiWork();
    /// Wait for the others and leave. After an exception that they do not know of the process must
    /// end, which ends them.
    ~MpiWork();
    MpiWork(MpiWork const&) = delete;
    MpiWork& operator=(MpiWork const&) = delete;

    [[nodiscard]] int rank() const noexcept { return rank_; }    ///< From 0.
    [[nodiscard]] int ranks() const noexcept { return ranks_; }  ///< At least 1.

    /// Do something on every rank, and go on only if it went well on all. Called by all ranks.
    /// \return false if another rank failed: the only thing left is to end.
    /// \throws on the lowest rank on which it threw, what it threw.
    [[nodiscard]] bool together(std::function<void()> const& what);

    /// Run rows, each once, on whichever rank is free. Called by all ranks.
    ///
    /// Rank 0 gives rows out in their order, one at a time, and runs rows as the others do, on a
    /// second thread. Each rank gives what it ran to its own \p deliver.
    ///
    /// \param rows         Those of rank 0 count.
    /// \param finished     On rank 0 only; may be empty.
    /// \param should_stop  Asked on every rank before each row; may be empty.
    /// \throws on the lowest rank that failed, what run() or deliver() threw.
    [[nodiscard]] WorkEnd run(std::span<std::uint64_t const> rows, RunRow const& run,
                              Deliver const& deliver, Finished const& finished,
                              std::function<bool()> const& should_stop);

    /// What rank 0 gives, on all ranks. Called by all ranks.
    [[nodiscard]] std::vector<std::uint64_t> from_first(std::vector<std::uint64_t> numbers);

  private:
    int rank_ = 0;
    int ranks_ = 1;
    bool has_failed_together_ = false;  // all ranks know of the exception under way
};

}  // namespace sim
