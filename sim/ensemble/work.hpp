#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

/// \file sim/ensemble/work.hpp
/// Runs side by side: what to run, who takes the results, and the threads of one machine.

namespace sim {

/// Runs one row of the manifest and gives its result as bytes. A pure function of the row; called
/// by several threads at once.
using RunRow = std::function<std::string(std::uint64_t row)>;

/// Takes the result of a row. Called by one thread at a time, in the order in which runs end.
using Deliver = std::function<void(std::uint64_t row, std::string bytes)>;

/// Run rows, each on a thread of its own, at most \p jobs at once.
///
/// Rows are begun in the order given. When \p should_stop says so, no more are begun; those that
/// run are finished and delivered. It is asked by one thread at a time, before each row.
///
/// \param should_stop  May be empty.
/// \throws what the first run that failed threw, after the runs beside it have been delivered;
///         what deliver() threw, and then delivers nothing more.
/// \pre jobs >= 1
void run_locally(std::span<std::uint64_t const> rows, int jobs, RunRow const& run,
                 Deliver const& deliver, std::function<bool()> const& should_stop);

}  // namespace sim
