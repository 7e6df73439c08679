#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/fading_field.hpp
/// A value per row that fades exponentially and is only touched where something happens.

namespace models {

/// One number per row that halves, or rather falls by exp(-1), every `memory` days.
///
/// Rows that were never added to cost nothing: fading is applied when a row is read or added to.
/// Rows above the threshold are listed, so that a rule visits only those.
class FadingField {
  public:
    FadingField() = default;

    /// \param rows         Number of rows.
    /// \param memory_days  Time to fall by exp(-1) [day], > 0.
    /// \param threshold    Values below it count as nothing [unit of the field], > 0.
    FadingField(std::size_t rows, double memory_days, double threshold)
        : fade_(std::exp(-1.0 / memory_days)),
          threshold_(threshold),
          left_after_(tabled_days),
          rows_(rows) {
        SIM_EXPECTS(memory_days > 0.0 && threshold > 0.0);
        for (std::uint32_t days = 0; days < tabled_days; ++days) left_after_[days] = left(days);
    }

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

    /// Value of a row on a day. \pre \p today is not before the row's last addition.
    [[nodiscard]] double at(std::uint32_t row, sim::Day today) const noexcept {
        Row const& it = rows_[row];
        // No branch for rows that hold nothing: which do, no processor can guess.
        std::uint32_t const days = it.value == 0.0 ? 0 : today.value - it.day;
        return it.value * (days < tabled_days ? left_after_[days] : left(days));
    }

    /// Ask memory for a row that at() is asked for soon.
    void prefetch(std::uint32_t row) const noexcept { __builtin_prefetch(rows_.data() + row); }

    /// Add to a row. \pre amount >= 0.
    void add(std::uint32_t row, double amount, sim::Day today) {
        Row& it = rows_[row];
        it.value = at(row, today) + amount;
        it.day = today.value;
        if (!it.is_listed) {
            it.is_listed = 1;
            active_.push_back(row);
        }
    }

    /// Whether a row is among the active ones.
    [[nodiscard]] bool is_active(std::uint32_t row) const noexcept {
        return rows_[row].is_listed != 0;
    }

    /// Rows that may hold something, in the order in which they came alive.
    [[nodiscard]] std::span<std::uint32_t const> active() const noexcept { return active_; }

    /// Forget rows that have faded below the threshold; the order of the others stays.
    void prune(sim::Day today) {
        std::size_t kept = 0;
        for (std::uint32_t const row : active_) {
            if (at(row, today) >= threshold_) {
                active_[kept++] = row;
            } else {
                rows_[row] = {};
            }
        }
        active_.resize(kept);
    }

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(fade_, threshold_, left_after_, rows_, active_);
    }

  private:
    /// All that is known of a row lies together: most are asked for one by one.
    struct Row {
        double value = 0.0;           // as of day
        std::uint32_t day = 0;        // when value was written
        std::uint32_t is_listed = 0;  // 1 if the row is in active_

        template <class Archive>
        void serialize(Archive& archive) {
            archive(value, day, is_listed);
        }
    };

    static constexpr std::uint32_t tabled_days = 256;  // most values are younger

    /// Share of a value that is left after some days.
    [[nodiscard]] double left(std::uint32_t days) const noexcept {
        return std::pow(fade_, static_cast<double>(days));
    }

    double fade_ = 1.0;
    double threshold_ = 0.0;
    std::vector<double> left_after_;  // left(), by days; shape (tabled_days)
    std::vector<Row> rows_;
    std::vector<std::uint32_t> active_;
};

}  // namespace models
