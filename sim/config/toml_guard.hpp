#pragma once

#include <string_view>

/// \file sim/config/toml_guard.hpp
/// What must be refused before the TOML library sees it. Internal to sim/config.

namespace sim {

/// Refuse the input on which toml++ 3.3.0 is not safe: a character beyond ASCII outside quotes and
/// comments is undefined behaviour there, and a key of very many parts overflows the stack.
///
/// \pre  \p text is UTF-8 (check_text).
/// \throws InputError with \p name, line and column.
void guard_toml(std::string_view text, std::string_view name);

}  // namespace sim
