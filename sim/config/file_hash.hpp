#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>

/// \file sim/config/file_hash.hpp
/// SHA-256, by which a result file names the exact inputs it came from.

namespace sim {

/// SHA-256 of \p text: 64 lower-case hexadecimal digits, as `sha256sum` prints them.
[[nodiscard]] std::string sha256_of_text(std::string_view text);

/// SHA-256 of the bytes of a file, or of its first \p most bytes.
/// \throws InputError naming the path if the file cannot be read.
[[nodiscard]] std::string sha256_of_file(
    std::filesystem::path const& path,
    std::uintmax_t most = std::numeric_limits<std::uintmax_t>::max());

}  // namespace sim
