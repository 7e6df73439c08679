#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// \file models/flee/validation.hpp
/// How far simulated counts are from documented ones: the measures of Flee's papers and tools.

namespace models::flee {

/// Counts by day and camp; shape (days, camps), camps vary fastest.
struct CampCounts {
    std::span<std::int32_t const> values = {};
    std::size_t camps = 0;

    [[nodiscard]] std::size_t days() const noexcept { return camps ? values.size() / camps : 0; }
    [[nodiscard]] double at(std::size_t day, std::size_t camp) const noexcept {
        return static_cast<double>(values[day * camps + camp]);
    }
    /// Sum over the camps.
    [[nodiscard]] double total(std::size_t day) const noexcept;
};

/// The predictions without a model that the mean absolute scaled error compares with: the count of
/// day 7 or 30 kept; that count times the day (as Flee's tool has it); that share of all kept.
inline constexpr std::array<char const*, 6> naive_names{
    "day7_flat", "day7_sloped", "day7_ratio", "day30_flat", "day30_sloped", "day30_ratio"};

/// One score for each of naive_names; infinite where the naive prediction is exact, not a number
/// where the run is too short.
using ScaledErrors = std::array<double, naive_names.size()>;

/// What is said of one camp.
struct CampErrors {
    double difference = 0.0;           ///< Mean of |simulated - documented| [agents].
    double difference_rescaled = 0.0;  ///< The same after rescaling [agents].
    double ratio_difference = 0.0;     ///< Its part in the normal error [1].
    ScaledErrors scaled{};             ///< [1]
};

/// What is said of one run.
struct Errors {
    double normal = 0.0;    ///< Averaged relative difference, 0 to 2 or more [1].
    double rescaled = 0.0;  ///< The same with simulated counts scaled to the documented total [1].
    ScaledErrors scaled{};  ///< Mean of the camps, by their sum of documented counts [1].
    std::vector<CampErrors> camps;
};

/// Compare. The averaged relative difference is the mean over days of
/// sum over camps |simulated - documented| / max(1, documented total).
///
/// Suleimenova, Bell and Groen (2017), doi:10.1038/s41598-017-13828-9; scaled errors: Hyndman and
/// Koehler (2006), doi:10.1016/j.ijforecast.2006.03.001, with the windows of Flee's tool.
/// \pre Both have the same shape, at least one day and one camp.
[[nodiscard]] Errors compare(CampCounts const& simulated, CampCounts const& documented);

/// The rescaled error of a prediction without any simulation: the documented total of each day,
/// shared among the camps always alike.
/// \param shares  Of each camp [any unit], >= 0; shape (camps). All 0: nobody is anywhere.
[[nodiscard]] double error_of_shares(std::span<double const> shares, CampCounts const& documented);

}  // namespace models::flee
