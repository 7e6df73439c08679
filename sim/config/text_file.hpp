#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

/// \file sim/config/text_file.hpp
/// Reading a text file whole, and refusing what is not text.

namespace sim {

/// Read a file whole, without a byte-order mark, and check that it is text (see check_text).
///
/// \param limit  Largest size accepted [bytes].
/// \throws InputError naming the path if there is no such file, it is not a regular file, it may
/// not
///         be read, it is larger than \p limit, it is empty or it is not text.
[[nodiscard]] std::string read_text_file(std::filesystem::path const& path, std::size_t limit);

/// Check that \p text is UTF-8, has no NUL and holds more than blanks.
/// \param name  File name for the message.
/// \throws InputError with name and line.
void check_text(std::string_view text, std::string_view name);

}  // namespace sim
