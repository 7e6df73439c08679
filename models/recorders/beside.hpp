#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/recorders/figure_comparison.hpp"

/// \file models/recorders/beside.hpp
/// A simulated number with the documented ones in brackets.

namespace models {

/// Characters in a line of the summary of a run.
inline constexpr std::size_t text_width = 100;

using Figures = std::vector<DocumentedFigure const*>;

/// The range over several figures, from the lowest number stated to the highest; nothing if there
/// are none.
[[nodiscard]] std::optional<DocumentedRange> stated(Figures const& figures);

/// Such as "412 (350-735)": a number and the range of figures, divided by a unit and rounded.
[[nodiscard]] std::string beside(double value, Figures const& figures, double unit);

/// Whether a figure is a target of a quantity.
[[nodiscard]] bool is_target(DocumentedFigure const& figure, FigureQuantity quantity) noexcept;

}  // namespace models
