#include "sim/ensemble/work.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

/// What the threads share.
class Workers {
  public:
    Workers(std::span<std::uint64_t const> rows, RunRow const& run, Deliver const& deliver,
            std::function<bool()> const& should_stop)
        : rows_{rows}, run_{run}, deliver_{deliver}, should_stop_{should_stop} {}

    /// Take rows until there are none. What is thrown is kept for rethrow().
    void work() noexcept {
        try {
            while (auto const row = take()) give(*row, run_(*row));
        } catch (...) {
            std::lock_guard const guard{taking_};
            if (!failure_) failure_ = std::current_exception();
        }
    }

    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    std::optional<std::uint64_t> take() {
        std::lock_guard const guard{taking_};
        if (failure_ || is_stopped_ || next_ == rows_.size()) return std::nullopt;
        if (should_stop_ && should_stop_()) {
            is_stopped_ = true;
            return std::nullopt;
        }
        return rows_[next_++];
    }

    void give(std::uint64_t row, std::string bytes) {
        std::lock_guard const guard{delivering_};
        if (is_full_) return;
        is_full_ = true;  // unless it comes back
        deliver_(row, std::move(bytes));
        is_full_ = false;
    }

    std::span<std::uint64_t const> rows_;
    RunRow const& run_;
    Deliver const& deliver_;
    std::function<bool()> const& should_stop_;
    std::mutex taking_, delivering_;
    std::size_t next_ = 0;
    bool is_stopped_ = false;
    bool is_full_ = false;  // deliver_ has failed
    std::exception_ptr failure_;
};

}  // namespace

void run_locally(std::span<std::uint64_t const> rows, int jobs, RunRow const& run,
                 Deliver const& deliver, std::function<bool()> const& should_stop) {
    SIM_EXPECTS(jobs >= 1);
    Workers workers{rows, run, deliver, should_stop};
    {
        std::vector<std::jthread> threads;
        auto const count = std::min(static_cast<std::size_t>(jobs), rows.size());
        for (std::size_t i = 0; i < count; ++i) threads.emplace_back([&] { workers.work(); });
    }
    workers.rethrow();
}

}  // namespace sim
