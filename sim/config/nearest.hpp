#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// \file sim/config/nearest.hpp
/// The known word that a misspelled one most likely stands for.

namespace sim {

/// Fewest insertions, deletions, substitutions and swaps of neighbours that turn \p from into \p
/// to, no part of the text being edited twice (the restricted Damerau-Levenshtein distance). Counts
/// bytes, not characters.
[[nodiscard]] std::size_t edit_distance(std::string_view from, std::string_view to);

/// The candidate nearest to \p word, if it is near enough to be meant: at most one edit for every
/// three bytes of the longer word, and at least one edit allowed. Case does not count. The first of
/// equally near candidates wins.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<std::string const> candidates);

}  // namespace sim
