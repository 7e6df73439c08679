#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/config/toml_table.hpp"

/// \file models/seasons/seasons_params.hpp
/// When the granaries are empty. models/seasons/README.md says more.

namespace models {

/// Parameters of the lean season. Checked when the scenario is read.
struct SeasonsParams {
    /// Food stress by calendar month where people live from the rains, 0 to 1.
    std::array<double, 12> lean{};
    std::vector<std::string> regions;  ///< Where they do; empty: in the whole country.
};

/// Read the section `[seasons]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] SeasonsParams read_seasons_params(sim::TomlTable const& table);

}  // namespace models
