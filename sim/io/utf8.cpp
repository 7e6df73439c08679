#include "sim/io/utf8.hpp"

#include <cstddef>

namespace sim {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) noexcept {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

/// Bytes of the character that starts the text, or 0 if none does (Unicode 15, table 3-7).
std::size_t length_of_first(std::string_view text) noexcept {
    unsigned const first = byte_at(text, 0);
    if (first > 0 && first < 0x80) return 1;
    std::size_t const length = first < 0xC2   ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    for (std::size_t i = 1; i < length; ++i) {
        unsigned lowest = 0x80;
        unsigned highest = 0xBF;
        if (i == 1) {
            if (first == 0xE0) lowest = 0xA0;   // shorter forms exist
            if (first == 0xED) highest = 0x9F;  // surrogates
            if (first == 0xF0) lowest = 0x90;   // shorter forms exist
            if (first == 0xF4) highest = 0x8F;  // beyond U+10FFFF
        }
        unsigned const next = byte_at(text, i);
        if (next < lowest || next > highest) return 0;
    }
    return length;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        auto const length = length_of_first(text);
        result += length > 0 ? text.substr(0, length) : std::string_view("\xEF\xBF\xBD");
        text.remove_prefix(length > 0 ? length : 1);
    }
    return result;
}

}  // namespace sim
