#pragma once

#include <filesystem>

#include "models/reporting/registration.hpp"
#include "models/world/geography.hpp"

/// \file models/scenario/registration_table.hpp
/// When lists of refugees were verified, and by how much they had overstated.

namespace models {

/// Read the table `place,verified_on,counted_before,counted_after,note_source`; `place` is a place
/// abroad, or `country:NAME` for every place of a country that has no row of its own.
///
/// \throws InputError with file and line if a place or country is unknown or is the simulated one,
///         a count is not > 0, or the rows of one place or country are not in order of their dates.
[[nodiscard]] Registrations read_registrations(std::filesystem::path const& path,
                                               Geography const& map);

}  // namespace models
