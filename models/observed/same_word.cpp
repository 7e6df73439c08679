#include "models/observed/same_word.hpp"

#include <algorithm>

namespace models {

namespace {

char small_letter(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool is_same_word(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, small_letter, small_letter);
}

}  // namespace models
