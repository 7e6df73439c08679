/// \file tests/sim/ensemble/mpi/mpi_dispatch.cpp
/// Each row once, over the ranks of an MPI job. Started by start.sh; the exit code is the verdict.

#ifndef AZALAI_MPI

#include <cstdio>

int main() {
    std::puts("Skipped: built without MPI (Debian: libopenmpi-dev).");
    return 77;
}

#else

#define OMPI_SKIP_MPICXX 1
#include <mpi.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "sim/ensemble/journal.hpp"
#include "sim/ensemble/mpi_work.hpp"

namespace {

int failures = 0;

void expect(bool ok, char const* what, int line) {
    if (ok) return;
    ++failures;
    std::fprintf(stderr, "mpi_dispatch.cpp:%d: not so: %s\n", line, what);
}
#define EXPECT(condition) expect((condition), #condition, __LINE__)

std::string bytes_of(std::uint64_t row) {
    return std::string(row % 50, 'x') + std::to_string(row * row);
}

std::vector<std::uint64_t> some_rows(std::uint64_t count) {
    std::vector<std::uint64_t> rows(count);
    for (std::uint64_t i = 0; i < count; ++i) rows[i] = 3 * i + 1;
    return rows;
}

using Delivered = std::map<std::uint64_t, std::string>;

// How often each of the rows 0, 1, ... was delivered over all ranks; checks the bytes.
std::vector<int> counted(Delivered const& mine, std::uint64_t rows) {
    std::vector<int> here(3 * rows + 1), all(here.size());
    for (auto const& [row, bytes] : mine) {
        EXPECT(bytes == bytes_of(row));
        ++here[row];
    }
    MPI_Allreduce(here.data(), all.data(), static_cast<int>(all.size()), MPI_INT, MPI_SUM,
                  MPI_COMM_WORLD);
    return all;
}

void nap() {
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
}

struct Outcome {
    sim::WorkEnd end = sim::WorkEnd::finished;
    Delivered delivered;
    std::uint64_t finished = 0;  // on rank 0
    bool threw = false;
};

// Run rows, slowly enough that every rank gets some.
Outcome outcome(sim::MpiWork& mpi, std::vector<std::uint64_t> const& rows, sim::RunRow const& run,
                std::function<bool()> const& should_stop) {
    Outcome result;
    auto const deliver = [&](std::uint64_t row, std::string bytes) {
        result.threw = result.threw || result.delivered.contains(row);  // never twice
        result.delivered[row] = std::move(bytes);
    };
    auto const count = [&](std::uint64_t) { ++result.finished; };
    try {
        result.end = mpi.run(rows, run, deliver, count, should_stop);
    } catch (std::runtime_error const&) {
        result.threw = true;
    }
    return result;
}

std::string slow_run(std::uint64_t row) {
    nap();
    return bytes_of(row);
}

void check_all(sim::MpiWork& mpi, std::uint64_t count, sim::RunRow const& run) {
    // Only the rows of rank 0 count.
    auto const rows = mpi.rank() == 0 ? some_rows(count) : std::vector<std::uint64_t>{};
    auto const result = outcome(mpi, rows, run, {});
    EXPECT(result.end == sim::WorkEnd::finished && !result.threw);
    auto const times = counted(result.delivered, count);
    for (std::uint64_t row = 0; row < times.size(); ++row) EXPECT(times[row] == (row % 3 == 1));
    if (mpi.rank() == 0) EXPECT(result.finished == count);
}

// One rank is told to stop after some rows: all end, those delivered are whole, some are left.
void check_stop(sim::MpiWork& mpi) {
    int asked = 0;
    auto const stop = [&] { return mpi.rank() == mpi.ranks() - 1 && ++asked > 5; };
    auto const result = outcome(mpi, some_rows(300), slow_run, stop);
    EXPECT(result.end == sim::WorkEnd::stopped && !result.threw);
    auto const times = counted(result.delivered, 300);
    auto const done = std::accumulate(times.begin(), times.end(), 0);
    EXPECT(done >= 5 && done < 300);
    if (mpi.rank() == 0) EXPECT(result.finished == static_cast<std::uint64_t>(done));
}

// One rank fails: it throws, the others end and have delivered what they ran.
void check_fail(sim::MpiWork& mpi, int culprit) {
    int runs = 0;
    auto const run = [&](std::uint64_t row) {
        nap();
        if (mpi.rank() == culprit && ++runs > 5) throw std::runtime_error("as planned");
        return bytes_of(row);
    };
    auto const result = outcome(mpi, some_rows(300), run, {});
    EXPECT(result.threw == (mpi.rank() == culprit));
    if (mpi.rank() != culprit) EXPECT(result.end == sim::WorkEnd::failed);
    auto const times = counted(result.delivered, 300);
    auto const done = std::accumulate(times.begin(), times.end(), 0);
    EXPECT(done >= 5 && done < 300);
    if (mpi.rank() == 0) EXPECT(result.finished == static_cast<std::uint64_t>(done));
}

// The lowest rank that fails speaks, and all know.
void check_together(sim::MpiWork& mpi) {
    EXPECT(mpi.together([] {}));
    bool threw = false, ok = true;
    try {
        ok = mpi.together([&] {
            if (mpi.rank() >= 1) throw std::runtime_error("as planned");
        });
    } catch (std::runtime_error const&) {
        threw = true;
    }
    EXPECT(threw == (mpi.rank() == 1));
    if (!threw) EXPECT(!ok);
}

// Ranks agree on what rank 0 has, however much.
void check_uneven(sim::MpiWork& mpi) {
    auto const mine = some_rows(mpi.rank() == 0 ? 1'200'000 : static_cast<unsigned>(mpi.rank()));
    EXPECT(mpi.from_first(mine) == some_rows(1'200'000));
    EXPECT(mpi.from_first({}).empty());
}

std::filesystem::path journal_of(std::filesystem::path const& folder, int rank) {
    return folder / ("mpi_dispatch.rank-" + std::to_string(rank) + ".journal");
}

// The last rank is killed in the middle of its sixth row, having delivered five.
void check_killed(sim::MpiWork& mpi, std::filesystem::path const& folder) {
    sim::Journal journal{journal_of(folder, mpi.rank()), "test", sim::JournalAccess::anew};
    int runs = 0;
    auto const run = [&](std::uint64_t row) {
        nap();
        if (mpi.rank() == mpi.ranks() - 1 && ++runs > 5) ::kill(::getpid(), SIGKILL);
        return bytes_of(row);
    };
    auto const deliver = [&](std::uint64_t row, std::string const& bytes) {
        journal.append(row, bytes);
    };
    static_cast<void>(mpi.run(some_rows(100'000), run, deliver, {}, {}));
}

void check_after_kill(std::filesystem::path const& folder) {
    std::map<std::uint64_t, int> times;
    for (int rank = 0; rank < 3; ++rank) {
        sim::Journal const journal{journal_of(folder, rank), "test", sim::JournalAccess::read};
        for (auto const& record : journal.records()) {
            EXPECT(journal.read(record) == bytes_of(record.row));
            EXPECT(++times[record.row] == 1);
        }
        if (rank == 2) EXPECT(journal.records().size() == 5);
        std::filesystem::remove(journal_of(folder, rank));
    }
    EXPECT(times.size() >= 5);
}

void check_with_mpi(std::string const& way, std::filesystem::path const& folder) {
    sim::MpiWork mpi;
    if (way == "all") check_all(mpi, 300, slow_run);
    if (way == "few") check_all(mpi, 2, slow_run), check_all(mpi, 0, bytes_of);
    if (way == "uneven") check_uneven(mpi), check_all(mpi, 5'000, bytes_of);
    if (way == "stop") check_stop(mpi);
    if (way == "fail") check_fail(mpi, mpi.ranks() - 1);
    if (way == "fail-first") check_fail(mpi, 0);
    if (way == "together") check_together(mpi);
    if (way == "killed") check_killed(mpi, folder);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::string const way{argv[1]};
    if (way == "after-kill") {
        check_after_kill(argv[2]);
    } else {
        check_with_mpi(way, argv[2]);
    }
    return failures == 0 ? 0 : 1;
}

#endif
