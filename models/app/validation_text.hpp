#pragma once

#include <string>

#include "models/app/validation.hpp"

/// \file models/app/validation_text.hpp
/// A validation for people.

namespace models {

/// Documented figures by quantity, facts by group, and a summary; no line longer than 100
/// characters, as far as the table's own labels are ASCII.
[[nodiscard]] std::string validation_text(Validation const& validation);

}  // namespace models
