#include "sim/config/text_file.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <system_error>

#include "sim/base/check.hpp"

namespace sim {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) noexcept {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
}

/// Bytes of the UTF-8 character that begins at \p at; 0 if none does. Unicode 15, table 3-7.
std::size_t character_length(std::string_view text, std::size_t at) noexcept {
    auto const first = byte_at(text, at);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    std::size_t const length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint8_t lowest = 0x80;
    std::uint8_t highest = 0xBF;
    if (first == 0xE0) lowest = 0xA0;
    if (first == 0xED) highest = 0x9F;
    if (first == 0xF0) lowest = 0x90;
    if (first == 0xF4) highest = 0x8F;
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = byte_at(text, at + i);
        if (next < lowest || next > highest) return 0;
        lowest = 0x80;
        highest = 0xBF;
    }
    return length;
}

std::string hexadecimal(std::uint8_t byte) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(byte));
    return text.data();
}

[[noreturn]] void refuse(std::filesystem::path const& path, std::string const& why) {
    throw InputError(path.string() + ": " + why);
}

}  // namespace

void check_text(std::string_view text, std::string_view name) {
    std::size_t line = 1;
    bool blank = true;
    auto const here = [&] { return std::string{name} + ":" + std::to_string(line); };
    for (std::size_t at = 0; at < text.size();) {
        auto const length = character_length(text, at);
        if (length == 0) {
            throw InputError(here() + ": byte " + hexadecimal(byte_at(text, at)) +
                             " (is not UTF-8 text). Save the file as UTF-8.");
        }
        if (text[at] == '\0') {
            throw InputError(here() + ": byte 0x00 (is not text). Give a text file.");
        }
        if (text[at] == '\n') ++line;
        if (text[at] != ' ' && text[at] != '\t' && text[at] != '\r' && text[at] != '\n') {
            blank = false;
        }
        at += length;
    }
    if (blank)
        throw InputError(std::string{name} + ": the file is empty. Give a file with content.");
}

std::string read_text_file(std::filesystem::path const& path, std::size_t limit) {
    std::error_code failure;
    auto const status = std::filesystem::status(path, failure);
    if (!std::filesystem::exists(status)) {
        refuse(path, "no such file. Check the path; it may be relative to another folder.");
    }
    if (!std::filesystem::is_regular_file(status)) {
        refuse(path, "not a regular file. Give the path of a text file.");
    }
    auto const too_large = [&] {
        refuse(path, "the file is larger than " + std::to_string(limit >> 20U) +
                         " MiB (the limit). Check that it is the right file.");
    };
    auto const size = std::filesystem::file_size(path, failure);
    if (!failure && size > limit) too_large();
    std::ifstream stream{path, std::ios::binary};
    if (!stream) refuse(path, "the file cannot be read. Check its permissions.");
    std::string text(failure ? 0 : static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) refuse(path, "the file cannot be read. Check the disk.");
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    check_text(text, path.string());
    return text;
}

}  // namespace sim
