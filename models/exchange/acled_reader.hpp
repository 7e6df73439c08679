#pragma once

#include <filesystem>
#include <vector>

#include "models/observed/acled_event.hpp"

/// \file models/exchange/acled_reader.hpp
/// Reads event data of ACLED.

namespace models {

/// All events of a file, in its order. \throws InputError always: not yet part of this build.
[[nodiscard]] std::vector<AcledEvent> read_acled(std::filesystem::path const& path);

}  // namespace models
