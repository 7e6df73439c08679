#pragma once

#include <filesystem>
#include <string_view>

/// \file sim/io/hdf5_heaps.hpp
/// Where HDF5 keeps texts. For the sources of sim/io only.

namespace sim::hdf5 {

/// Whether every global heap among some bytes of a file is as the HDF5 File Format
/// Specification 3.0, section III.E, says, with lengths of 8 bytes: each object ends where its heap
/// does or before. HDF5 1.10 does not look, and copies what lies behind in memory, or loops for
/// ever.
[[nodiscard]] bool heaps_are_sound(std::string_view bytes) noexcept;

/// The same for a file. True if it cannot be read: told better by who opens it next.
[[nodiscard]] bool file_has_sound_heaps(std::filesystem::path const& path) noexcept;

}  // namespace sim::hdf5
