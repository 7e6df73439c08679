#pragma once

/// \file models/app/exit_code.hpp
/// What the program ends with (sysexits.h).

namespace models {

inline constexpr int exit_ok = 0;
inline constexpr int exit_input = 2;         ///< The user's input is wrong.
inline constexpr int exit_internal = 70;     ///< We are wrong.
inline constexpr int exit_io = 74;           ///< A file or the disk failed.
inline constexpr int exit_interrupted = 75;  ///< Stopped by a signal.

}  // namespace models
