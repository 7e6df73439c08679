#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "models/facts/fact_context.hpp"

/// \file models/facts/space_time.hpp
/// Whether events near in space are near in time.

namespace models {

/// Upper ends of the bands of distance [km] and of time [day]. A pair belongs to the first band
/// whose end it does not exceed: 1 km lies in "0_1km", 3 days in "0_3d".
inline constexpr std::array<double, 6> knox_km{1, 10, 25, 50, 100, 200};
inline constexpr std::array<std::int64_t, 5> knox_days{3, 7, 14, 28, 60};
inline constexpr std::array<std::string_view, 6> knox_km_names{"0_1km",   "1_10km",   "10_25km",
                                                               "25_50km", "50_100km", "100_200km"};
inline constexpr std::array<std::string_view, 5> knox_day_names{"0_3d", "3_7d", "7_14d", "14_28d",
                                                                "28_60d"};

/// Pairs of events by bands; the last row and column are pairs beyond all bands.
struct KnoxTable {
    std::array<std::array<std::uint64_t, knox_days.size() + 1>, knox_km.size() + 1> pairs{};

    [[nodiscard]] std::uint64_t all() const noexcept;
    /// The exact mean over all permutations of the events' dates among their places: pairs of the
    /// distance band x pairs of the time band / all pairs (Knox 1964, doi:10.2307/2985220).
    [[nodiscard]] double expected(std::size_t km_band, std::size_t day_band) const noexcept;
    /// Observed / expected pairs of two bands; nothing if none are expected.
    [[nodiscard]] std::optional<double> ratio(std::size_t km_band,
                                              std::size_t day_band) const noexcept;
};

/// Count every pair once. Takes time in proportion to the square of the number of events, 50
/// million pairs in well under a second.
[[nodiscard]] KnoxTable knox_table(ObservedEvents events);

/// knox_KM_DAYS for every pair of bands, n being the pairs observed. Nothing where less than one
/// pair is expected (our assumption): a ratio would be noise.
[[nodiscard]] FactReport knox_facts(ObservedEvents events);

/// nearest_event_median_km, _p75_km and _p95_km: distance from an event to the nearest one of the
/// 1 to 90 days before it. Events in the first 90 days of the period, and those with none before
/// them, are left out.
[[nodiscard]] FactReport nearest_event_facts(ObservedEvents events, FactContext const& context);

}  // namespace models
