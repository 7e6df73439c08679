#pragma once

#include <optional>

#include "models/timeline/timeline.hpp"
#include "models/world/world.hpp"

/// \file models/timeline/measures.hpp
/// Rows that other rules act on, put into the world as measures.

namespace models {

/// The kind of measure that an effect stands for; nothing if it is none.
[[nodiscard]] std::optional<MeasureKind> measure_of(Effect effect) noexcept;

/// Whether a measure without an end is over after a day: what happens, rather than lasts.
[[nodiscard]] bool is_of_a_day(MeasureKind kind) noexcept;

/// Make world.measures: those under way today.
void take_measures(Timeline const& timeline, World& world);

}  // namespace models
