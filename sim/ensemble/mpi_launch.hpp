#pragma once

#include <functional>
#include <optional>
#include <string>

/// \file sim/ensemble/mpi_launch.hpp
/// Whether this process is one of several that MPI started, told from the environment alone.

namespace sim {

/// Value of an environment variable, or a null pointer.
using ReadEnvironment = std::function<char const*(char const*)>;

/// What a launcher says about the processes it starts.
struct MpiLaunch {
    std::string variable;      ///< Which environment variable told, such as `PMIX_RANK`.
    std::optional<int> ranks;  ///< How many processes [processes], if it says so.
};

/// What the launcher says, or nothing if the process was started by hand or in a batch script.
///
/// Looks at what Open MPI (OMPI_COMM_WORLD_SIZE), PMI-1 and PMI-2 (PMI_SIZE; MPICH, Intel MPI) and
/// PMIx (PMIX_RANK; `srun --mpi=pmix`) set. Variables of Slurm's own are no sign: it sets them in
/// batch scripts too, where nothing was started as a rank.
[[nodiscard]] std::optional<MpiLaunch> mpi_launch(ReadEnvironment const& read);

/// The same, of this process.
[[nodiscard]] std::optional<MpiLaunch> mpi_launch();

}  // namespace sim
