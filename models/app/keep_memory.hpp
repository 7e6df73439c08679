#pragma once

/// \file models/app/keep_memory.hpp
/// Memory of a finished run, for the next one.

namespace models {

/// From now on memory that is given back stays with this program, up to the most that it ever used
/// at once: in a sweep each run needs what the one before it needed, and asking the system for it
/// page by page takes a fiftieth of a run. Does nothing where the C library has no such setting.
void keep_memory() noexcept;

}  // namespace models
