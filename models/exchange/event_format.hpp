#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

/// \file models/exchange/event_format.hpp
/// Whose events a file holds.

namespace models {

/// Whose events: which reader a file is for.
enum class EventFormat : std::uint8_t { acled, ucdp };
inline constexpr std::array<std::string_view, 2> event_format_names{"acled", "ucdp"};

/// Told by a column that only one of the two has.
/// \throws InputError if the file cannot be opened or has neither column.
[[nodiscard]] EventFormat event_format_of(std::filesystem::path const& path);

}  // namespace models
