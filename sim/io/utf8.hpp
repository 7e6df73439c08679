#pragma once

#include <string>
#include <string_view>

/// \file sim/io/utf8.hpp
/// Text as result files hold it.

namespace sim {

/// The text with every NUL and every byte that is not UTF-8 replaced by U+FFFD.
///
/// Readers of HDF5 refuse a whole file for one such byte, and a command line or a host name may
/// hold any.
[[nodiscard]] std::string valid_utf8(std::string_view text);

}  // namespace sim
