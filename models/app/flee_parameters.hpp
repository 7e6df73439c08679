#pragma once

#include <string_view>

/// \file models/app/flee_parameters.hpp
/// configs/flee/displacement.toml, built into the program so that it runs from anywhere.

namespace models {

/// The text of the file.
[[nodiscard]] std::string_view flee_parameters() noexcept;

}  // namespace models
