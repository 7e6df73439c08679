#pragma once

#include <filesystem>

/// \file sim/io/seal.hpp
/// A complete file ends with the SHA-256 of all bytes before, so that a reader finds any of them
/// changed before HDF5 sees them: its own checksums cover large values only, and it may crash on
/// damaged headers. HDF5, and so any other program, does not look at what follows its last object.
///
/// The last 82 bytes: the line `azalai sealed v1`, then a line of 64 hexadecimal digits. A program
/// that opens the file to change it cuts them off, and the file reads as one without a seal.

namespace sim {

/// What the seal of a file says.
enum class Seal { none, whole, broken };

/// Append the seal. \throws IoError if it cannot be written.
void seal(std::filesystem::path const& path);

/// Look at the seal; reads the whole file if there is one.
/// \throws InputError if the file cannot be read.
[[nodiscard]] Seal seal_of(std::filesystem::path const& path);

}  // namespace sim
