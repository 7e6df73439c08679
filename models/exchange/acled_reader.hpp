#pragma once

#include <filesystem>
#include <vector>

#include "models/observed/acled_event.hpp"

/// \file models/exchange/acled_reader.hpp
/// Files of ACLED.

namespace models {

/// Read a CSV export of ACLED. \throws InputError with file and line if it is none.
[[nodiscard]] std::vector<AcledEvent> read_acled(std::filesystem::path const& path);

}  // namespace models
