#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

/// \file sim/ensemble/row_desk.hpp
/// Gives rows out one by one until there are none or somebody calls a halt. Any thread may ask.

namespace sim {

class RowDesk {
  public:
    /// \param rows         In the order in which they are given out; must outlive the desk.
    /// \param should_stop  Asked before each row, by one thread at a time; may be empty.
    RowDesk(std::span<std::uint64_t const> rows, std::function<bool()> should_stop)
        : rows_{rows}, should_stop_{std::move(should_stop)} {}

    /// The next row, or nothing once all are given out or there was a halt.
    [[nodiscard]] std::optional<std::uint64_t> take() {
        std::lock_guard const guard{mutex_};
        if (is_halted_ || next_ == rows_.size()) return std::nullopt;
        if (should_stop_ && should_stop_()) {
            is_halted_ = true;
            return std::nullopt;
        }
        return rows_[next_++];
    }

    /// Give nothing more out.
    void halt() {
        std::lock_guard const guard{mutex_};
        is_halted_ = true;
    }

    /// Whether rows are left that nobody took.
    [[nodiscard]] bool has_rows_left() const {
        std::lock_guard const guard{mutex_};
        return next_ < rows_.size();
    }

  private:
    std::span<std::uint64_t const> rows_;
    std::function<bool()> should_stop_;
    mutable std::mutex mutex_;
    std::size_t next_ = 0;
    bool is_halted_ = false;
};

}  // namespace sim
