#pragma once

#include <cstdint>
#include <span>

/// \file models/scenario/apportion.hpp
/// Splitting a whole number by shares, so that nobody is lost to rounding.

namespace models {

/// Split \p total by \p shares with the largest-remainder method: every part is its exact share
/// rounded down or up, and the parts sum to \p total. Of equal remainders the earlier part gains.
///
/// \param shares      Weights, each >= 0, their sum > 0; they need not sum to 1.
/// \param[out] parts  One part per share, the same unit as \p total.
/// \pre   parts.size() == shares.size()
void apportion(std::uint32_t total, std::span<double const> shares, std::span<std::uint32_t> parts);

}  // namespace models
