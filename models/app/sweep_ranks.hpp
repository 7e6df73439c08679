#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "models/app/sweep.hpp"
#include "sim/ensemble/mpi_work.hpp"

/// \file models/app/sweep_ranks.hpp
/// A sweep, or a shard of one, over the ranks of an MPI job.

namespace models {

/// Take over what ranks of an MPI job have left in journals of their own, and remove those.
///
/// Rows that the part has already are passed over: a process that was killed while it did this has
/// taken over some of them.
/// \param access  `go_on`; or `anew` to remove them only.
/// \return Rows taken over.
/// \throws InputError if a rank still writes, or its journal belongs to other runs.
/// \throws IoError if the disk fails; nothing is removed that was not taken over.
std::uint64_t take_over_rank_journals(Study const& study, SweepOptions const& options,
                                      SweepPart& part, sim::JournalAccess access);

/// Told on rank 0 how many rows there are to run, and then of each that is done, on any rank.
struct RanksProgress {
    std::function<void(std::uint64_t rows)> begin = {};
    sim::Finished finished = {};
};

/// Run what is missing. Called by all ranks.
///
/// Rank 0 has the part; each other rank writes what it runs to a journal of its own beside that of
/// the part, `part-000-of-001.rank-0001.journal`. At the end rank 0 takes them over and writes the
/// file of the part, the same as of a sweep on one machine.
/// \throws as SweepPart, on the lowest rank that failed; the others get WorkEnd::failed.
[[nodiscard]] sim::WorkEnd sweep_over_ranks(sim::MpiWork& mpi, Study const& study,
                                            SweepOptions const& options,
                                            RanksProgress const& progress,
                                            std::function<bool()> const& should_stop);

}  // namespace models
