#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/recorders/run_history.hpp"
#include "models/scenario/scenario.hpp"
#include "sim/io/part_file.hpp"
#include "sim/schedule/schedule.hpp"

/// \file models/app/run_scenario.hpp
/// One run of a scenario, for the command line, tests, benchmarks and sweeps alike.

namespace models {

/// What a run is told besides its scenario.
struct RunOptions {
    std::uint64_t seed = 1;  ///< All luck of the run.
    std::optional<std::uint32_t> days =
        {};                             ///< Days to simulate, >= 1; nothing: as the scenario says.
    std::filesystem::path output = {};  ///< Result file; empty: write none.
    sim::Overwrite overwrite = sim::Overwrite::no;  ///< Whether it may replace an older one.
    std::string command_line = {};                  ///< As typed, for the provenance.
    std::uint32_t checkpoint_every =
        0;                ///< Days between two checkpoints; 0: when stopped only [d].
    bool resume = false;  ///< Go on from the last checkpoint, if there is one.
};

/// How far a run is.
struct RunProgress {
    sim::Date date;               ///< The next day to simulate.
    std::uint32_t days_done = 0;  ///< Days simulated.
    std::uint32_t days = 0;       ///< Days to simulate.
};

/// What accompanies a run. All are called between two days and may be left out.
struct RunCallbacks {
    std::function<void(RunProgress const&)> progress = {};  ///< Told how far it is.
    std::function<bool()> should_stop = {};                 ///< Asked whether to stop here.
    std::function<void(World const&)> observe = {};         ///< Looks at each finished day; not at
                                                            ///< those before a checkpoint.
};

/// What a run gave.
struct RunResult {
    sim::RunEnd end = sim::RunEnd::finished;
    std::uint32_t days = 0;  ///< Days that were simulated, those before a checkpoint as well.
    std::uint32_t resumed_after = 0;  ///< Of them, those before the checkpoint it went on from.
    std::filesystem::path file;  ///< Where the results are; the `.part` if stopped. May be empty.
    std::vector<std::string> process_names;   ///< In the order of the timings.
    sim::Timings timings;                     ///< Where the time went.
    RunHistory history;                       ///< Daily national sums.
    std::vector<AgreementRecord> agreements;  ///< At the end of the run.
    /// Observed deaths for whom nobody was found, by side [people]; 0 without observed events.
    std::array<std::uint64_t, side_count> unplaced{};
};

/// Run a scenario. The same for any number of sim::threads().
///
/// The result file is opened before anything is simulated, and gets its name only when the run is
/// complete. Stopped early, it stays under `NAME.part`, readable, up to the last finished day, and
/// a checkpoint lies beside it. A run that went on from a checkpoint gives the same datasets as one
/// that never stopped. Checkpoints are removed when the run is complete.
///
/// \throws InputError if the output exists and may not be replaced, asks for more days than the
///         scenario has, or the checkpoint is of another run or damaged.
/// \throws IoError if it cannot be written; nothing is left of it then.
[[nodiscard]] RunResult run_scenario(Scenario const& scenario, RunOptions const& options,
                                     RunCallbacks const& callbacks = {});

}  // namespace models
