#include <utility>

#include "sim/base/check.hpp"
#include "sim/ensemble/mpi_work.hpp"

/// \file sim/ensemble/mpi_absent.cpp
/// MpiWork of a program without MPI: it cannot be made.

namespace sim {

bool is_built_with_mpi() noexcept {
    return false;
}

MpiWork::MpiWork() {
    throw InputError(
        "This program was started by MPI but built without it, so that each process would do the "
        "same work. Build it where MPI is found (Debian: libopenmpi-dev), or start it without.");
}

MpiWork::~MpiWork() = default;

bool MpiWork::together(std::function<void()> const& what) {
    what();
    return true;
}

WorkEnd MpiWork::run(std::span<std::uint64_t const> rows, RunRow const& run, Deliver const& deliver,
                     Finished const& finished, std::function<bool()> const& should_stop) {
    bool is_stopped = false;
    auto const give = [&](std::uint64_t row, std::string bytes) {
        deliver(row, std::move(bytes));
        if (finished) finished(row);
    };
    run_locally(rows, 1, run, give,
                [&] { return is_stopped = is_stopped || (should_stop && should_stop()); });
    return is_stopped ? WorkEnd::stopped : WorkEnd::finished;
}

std::vector<std::uint64_t> MpiWork::from_first(std::vector<std::uint64_t> numbers) {
    return numbers;
}

}  // namespace sim
