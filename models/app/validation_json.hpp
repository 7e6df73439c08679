#pragma once

#include <string>

#include "models/app/validation.hpp"

/// \file models/app/validation_json.hpp
/// A validation for programs.

namespace models {

/// Everything that the text says and all it leaves out, as JSON.
[[nodiscard]] std::string validation_json(Validation const& validation);

}  // namespace models
