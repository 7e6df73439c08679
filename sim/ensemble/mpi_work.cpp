#include "sim/ensemble/mpi_work.hpp"

#define OMPI_SKIP_MPICXX 1
#include <mpi.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/ensemble/mpi_launch.hpp"
#include "sim/ensemble/row_desk.hpp"

namespace sim {
namespace {

// What a rank tells rank 0, (Words, row), and what rank 0 answers: (1, row) or (0, 0).
enum Words : std::uint64_t {
    begins = 0,     // has run nothing yet, and wants a row
    delivered = 1,  // has delivered this row, and wants the next
    halts = 2,      // will run nothing more: it was told to stop, or has failed
};
using Message = std::array<std::uint64_t, 2>;
constexpr int to_desk = 1, from_desk = 2;

/// Looks again at once a few times, then sleeps longer and longer, so that who waits takes no core
/// from who works [our choice of times].
class Patience {
  public:
    void rest() {
        if (++rests_ <= eager_rests) return std::this_thread::yield();
        std::this_thread::sleep_for(nap_);
        nap_ = std::min(2 * nap_, std::chrono::microseconds{1000});
    }
    void renew() { *this = Patience{}; }

  private:
    static constexpr int eager_rests = 10;
    int rests_ = 0;
    std::chrono::microseconds nap_{20};
};

void send(Message const& message, int rank, int tag) {
    ::MPI_Send(message.data(), 2, MPI_UINT64_T, rank, tag, MPI_COMM_WORLD);
}

Message receive(int rank, int tag) {
    Message message{};
    ::MPI_Recv(message.data(), 2, MPI_UINT64_T, rank, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return message;
}

std::optional<int> sender(int rank, int tag) {
    int is_there = 0;
    MPI_Status status;
    ::MPI_Iprobe(rank, tag, MPI_COMM_WORLD, &is_there, &status);
    return is_there != 0 ? std::optional{status.MPI_SOURCE} : std::nullopt;
}

/// The least of what all ranks give. Waits asleep.
int least(int value) {
    int result = 0;
    MPI_Request request;
    ::MPI_Iallreduce(&value, &result, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD, &request);
    Patience patience;
    for (int is_done = 0; ::MPI_Test(&request, &is_done, MPI_STATUS_IGNORE), is_done == 0;) {
        patience.rest();
    }
    return result;
}

/// What one rank does with the rows that it gets.
struct RowWorker {
    RunRow const& run;
    Deliver const& deliver;
    std::exception_ptr failure;

    bool works(std::uint64_t row) noexcept {
        try {
            deliver(row, run(row));
            return true;
        } catch (...) {
            failure = std::current_exception();
            return false;
        }
    }
};

Message ask(Message const& message) {
    send(message, 0, to_desk);
    Patience patience;
    while (!sender(0, from_desk)) patience.rest();
    return receive(0, from_desk);
}

/// Ranks 1 and up: ask for rows until there are none, or this rank is told to stop or fails.
void work_for_desk(RowWorker& worker, std::function<bool()> const& should_stop) {
    Message message{begins, 0};
    for (;;) {
        if (worker.failure || (should_stop && should_stop())) message[0] |= halts;
        auto const [is_row, row] = ask(message);
        if (is_row == 0) return;
        message = {worker.works(row) ? delivered : begins, row};
    }
}

/// Rank 0: answers the others while a second thread of its own works.
class Desk {
  public:
    Desk(RowDesk& rows, Finished const& finished) : rows_{rows}, finished_{finished} {}

    void serve(int others, RowWorker& own) {
        std::jthread const thread{[&] { work(own); }};
        Patience patience;
        while (others > 0 || !is_own_done_) {
            auto const rank = others > 0 ? sender(MPI_ANY_SOURCE, to_desk) : std::nullopt;
            if (rank) {
                if (!answer(*rank)) --others;
                patience.renew();
            } else {
                patience.rest();
            }
        }
    }

  private:
    void work(RowWorker& own) {
        while (auto const row = rows_.take()) {
            if (!own.works(*row)) {
                rows_.halt();
                break;
            }
            note(*row);
        }
        is_own_done_ = true;
    }

    /// \return whether the rank got a row.
    bool answer(int rank) {
        auto const message = receive(rank, to_desk);
        if ((message[0] & delivered) != 0) note(message[1]);
        if ((message[0] & halts) != 0) rows_.halt();
        auto const row = rows_.take();
        send({row ? 1U : 0U, row.value_or(0)}, rank, from_desk);
        return row.has_value();
    }

    void note(std::uint64_t row) {
        std::lock_guard const guard{noting_};
        if (finished_) finished_(row);
    }

    RowDesk& rows_;
    Finished const& finished_;
    std::mutex noting_;
    std::atomic<bool> is_own_done_ = false;
};

}  // namespace

bool is_built_with_mpi() noexcept {
    return true;
}

MpiWork::MpiWork() {
    int provided = 0;
    ::MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
    ::MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    ::MPI_Comm_size(MPI_COMM_WORLD, &ranks_);
    auto const launch = mpi_launch();
    bool const agrees = !launch || !launch->ranks || *launch->ranks == ranks_;
    if (!agrees) ::MPI_Finalize();
    require(agrees,
            "The launcher says that it started " +
                std::to_string(launch && launch->ranks ? *launch->ranks : 0) + " ranks (" +
                (launch ? launch->variable : "") + "), this program's MPI sees " +
                std::to_string(ranks_) +
                ": they are not made for each other. Start it by the mpirun of the MPI it was "
                "built with, or by srun --mpi=pmix.");
    require(provided >= MPI_THREAD_FUNNELED, "This MPI does not work with threads. Use another.");
}

MpiWork::~MpiWork() {
    if (std::uncaught_exceptions() == 0 || has_failed_together_) ::MPI_Finalize();
}

bool MpiWork::together(std::function<void()> const& what) {
    std::exception_ptr failure;
    try {
        what();
    } catch (...) {
        failure = std::current_exception();
    }
    int const failed = least(failure ? rank_ : ranks_);
    if (failed == ranks_) return true;
    has_failed_together_ = true;
    if (failed == rank_) std::rethrow_exception(failure);
    return false;
}

WorkEnd MpiWork::run(std::span<std::uint64_t const> rows, RunRow const& run, Deliver const& deliver,
                     Finished const& finished, std::function<bool()> const& should_stop) {
    RowWorker worker{run, deliver, {}};
    bool has_rows_left = false;
    if (rank_ == 0) {
        RowDesk desk{rows, should_stop};
        Desk{desk, finished}.serve(ranks_ - 1, worker);
        has_rows_left = desk.has_rows_left();
    } else {
        work_for_desk(worker, should_stop);
    }
    auto const throw_failure = [&] {
        if (worker.failure) std::rethrow_exception(worker.failure);
    };
    if (!together(throw_failure)) return WorkEnd::failed;
    return least(has_rows_left ? 0 : 1) == 0 ? WorkEnd::stopped : WorkEnd::finished;
}

std::vector<std::uint64_t> MpiWork::from_first(std::vector<std::uint64_t> numbers) {
    std::uint64_t size = numbers.size();
    ::MPI_Bcast(&size, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
    numbers.resize(size);
    constexpr std::uint64_t at_once = 1U << 20U;
    for (std::uint64_t begin = 0; begin < size; begin += at_once) {
        auto const count = static_cast<int>(std::min(at_once, size - begin));
        ::MPI_Bcast(numbers.data() + begin, count, MPI_UINT64_T, 0, MPI_COMM_WORLD);
    }
    return numbers;
}

}  // namespace sim
