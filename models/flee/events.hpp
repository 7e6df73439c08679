#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/flee/network.hpp"

/// \file models/flee/events.hpp
/// What changes on stated days: conflicts and closures.

namespace models::flee {

/// A conflict begins or ends.
struct ConflictChange {
    std::uint32_t day = 0;
    std::uint32_t place = 0;
    double intensity = 0.0;  ///< 0: it ends [1].
};

/// Something closes or opens.
struct ClosureChange {
    enum class Target : std::uint8_t { link, camp };
    std::uint32_t day = 0;
    Target target = Target::link;
    std::uint32_t row = 0;  ///< Link or place.
    bool closes = true;
};

/// Read `conflicts.csv`: only changes from and to 0 matter (README.md).
/// \return In the order in which they happen.
/// \throws InputError with file, line and column, or if it has fewer than \p days rows.
[[nodiscard]] std::vector<ConflictChange> load_conflicts(std::filesystem::path const& path,
                                                         PlaceNames const& names,
                                                         std::uint32_t days);

/// Read `closures.csv`, if there is one.
/// \return In the order in which they happen, on one day in that of the file.
[[nodiscard]] std::vector<ClosureChange> load_closures(std::filesystem::path const& path,
                                                       Places const& places, Links const& links,
                                                       PlaceNames const& names,
                                                       std::vector<std::string>& warnings);

}  // namespace models::flee
