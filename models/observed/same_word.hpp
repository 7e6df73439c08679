#pragma once

#include <string_view>

/// \file models/observed/same_word.hpp
/// Words that people write in capitals or not.

namespace models {

/// Whether two words are the same but for capitals, a to z only.
[[nodiscard]] bool is_same_word(std::string_view a, std::string_view b) noexcept;

}  // namespace models
