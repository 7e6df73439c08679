#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// \file sim/config/choice.hpp
/// One of several words. Internal to sim/config.

namespace sim {

/// Position of \p word in \p choices, or nothing.
[[nodiscard]] std::optional<std::size_t> find_choice(std::string_view word,
                                                     std::span<std::string_view const> choices);

/// The remark of an error: `(must be one of a, b). Did you mean 'a'?`
[[nodiscard]] std::string choice_remark(std::string_view word,
                                        std::span<std::string_view const> choices);

}  // namespace sim
