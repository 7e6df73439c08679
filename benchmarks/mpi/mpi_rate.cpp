#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include "sim/ensemble/journal.hpp"
#include "sim/ensemble/mpi_work.hpp"

/// \file benchmarks/mpi/mpi_rate.cpp
/// How many rows a second the ranks of an MPI job are given, run and write to their journals.
///
///     mpirun -n RANKS mpi_rate ROWS MICROSECONDS BYTES
///
/// A run sleeps for the given time, so that more ranks than cores can be tried, and gives so many
/// bytes. With 0 us and 0 bytes it is the giving out alone: nothing is written, and of several
/// ranks the first sleeps through, as its own rows need no message.

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "Usage: mpirun -n RANKS mpi_rate ROWS MICROSECONDS BYTES\n");
        return 2;
    }
    std::vector<std::uint64_t> rows(std::strtoull(argv[1], nullptr, 10));
    std::iota(rows.begin(), rows.end(), 0U);
    std::chrono::microseconds const nap{std::strtol(argv[2], nullptr, 10)};
    std::string const bytes(std::strtoull(argv[3], nullptr, 10), 'x');

    auto const begin = Clock::now();
    sim::MpiWork mpi;
    auto const joined = seconds_since(begin);
    auto const path = fmt::format("mpi_rate.rank-{}.journal", mpi.rank());
    sim::Journal journal{path, "rate", sim::JournalAccess::anew};
    auto const start = Clock::now();
    bool const only_gives = nap.count() == 0 && mpi.rank() == 0 && mpi.ranks() > 1;
    auto const run = [&](std::uint64_t) {
        if (nap.count() > 0) std::this_thread::sleep_for(nap);
        if (only_gives) std::this_thread::sleep_for(std::chrono::milliseconds{500});
        return bytes;
    };
    auto const deliver = [&](std::uint64_t row, std::string const& result) {
        if (!result.empty()) journal.append(row, result);
    };
    auto const end = mpi.run(rows, run, deliver, {}, {});
    auto const seconds = seconds_since(start);
    journal.remove();
    if (mpi.rank() == 0) {
        fmt::print(
            "ranks {} rows {} nap_us {} bytes {} init_s {:.3f} run_s {:.3f} rows_per_s {:.0f}\n",
            mpi.ranks(), rows.size(), nap.count(), bytes.size(), joined, seconds,
            static_cast<double>(rows.size()) / seconds);
    }
    return end == sim::WorkEnd::finished ? 0 : 1;
}
