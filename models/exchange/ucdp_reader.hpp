#pragma once

#include <filesystem>
#include <vector>

#include "models/observed/ucdp_event.hpp"

/// \file models/exchange/ucdp_reader.hpp
/// Reads event data of UCDP.

namespace models {

/// All events of a file, in its order. \throws InputError always: not yet part of this build.
[[nodiscard]] std::vector<UcdpEvent> read_ucdp(std::filesystem::path const& path);

}  // namespace models
