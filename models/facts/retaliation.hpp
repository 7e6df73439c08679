#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "models/facts/fact_context.hpp"

/// \file models/facts/retaliation.hpp
/// Whether one kind of violence is followed by another nearby.

namespace models {

/// Days after an event, both ends included.
struct DayWindow {
    std::string_view name;
    std::int64_t first, last;
};
/// Those of the facts. `1_7d` joins two, as the same day mixes incidents that were coded twice.
inline constexpr std::array<DayWindow, 6> retaliation_windows{{{"0d", 0, 0},
                                                               {"1_3d", 1, 3},
                                                               {"4_7d", 4, 7},
                                                               {"1_7d", 1, 7},
                                                               {"8_14d", 8, 14},
                                                               {"15_28d", 15, 28}}};

inline constexpr double retaliation_km = 30.0;
/// Days before and after an event that are no part of its baseline.
inline constexpr std::int64_t retaliation_days = 28;

using EventTest = std::function<bool(ObservedEvent const&)>;

/// How many events B follow events A within 30 km, in each window.
struct Retaliation {
    std::array<std::uint64_t, retaliation_windows.size()> seen{};
    std::array<double, retaliation_windows.size()> expected{};  ///< At the baseline rate.

    /// Nothing if none are expected.
    [[nodiscard]] std::optional<double> ratio(std::size_t window) const noexcept;
};

/// Count B after A. Expected of each A is the daily rate of B within 30 km of its place on all days
/// of the period more than 28 days from it (our assumption), times the days of the window inside
/// the period; seen and expected are summed over A. An event is not its own sequel.
[[nodiscard]] Retaliation retaliation(ObservedEvents events, FactContext const& context,
                                      EventTest const& is_a, EventTest const& is_b);

/// retaliation_PAIR_WINDOW. Who does what to whom is told from ACLED's codes: an actor of the first
/// kind on one side, the victim on the other; which of two armed sides began is not coded.
/// - rebel_state_civilians: rebels (2) against state forces (1) in battles and explosions, then
///   violence of state forces against civilians (7)
/// - state_civilians_rebel: the same, the other way round
/// - militia_a_b: identity militia A against civilians or militia B, then militia B or rebels
///   against civilians or militia A
/// - militia_b_a: the same, the other way round
/// Militias (4) are told by the words of the context; nothing without words. Nothing either where
/// less than one event B is expected (our assumption): a ratio would be noise.
[[nodiscard]] FactReport retaliation_facts(ObservedEvents events, FactContext const& context);

}  // namespace models
