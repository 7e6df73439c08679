#pragma once

#include <hdf5.h>

#include <string>
#include <utility>

#include "sim/io/element.hpp"

/// \file sim/io/hdf5_handle.hpp
/// HDF5 identifiers that close themselves, and its errors in words. For the sources of sim/io only:
/// no public header includes it.

namespace sim::hdf5 {

/// Owner of one HDF5 identifier; negative is none.
template <herr_t (*Close)(hid_t)>
class Handle {
  public:
    Handle() noexcept = default;
    explicit Handle(hid_t id) noexcept : id_(id) {}
    Handle(Handle&& other) noexcept : id_(other.release()) {}
    Handle& operator=(Handle&& other) noexcept {
        if (this != &other) {
            close();
            id_ = other.release();
        }
        return *this;
    }
    ~Handle() { close(); }

    [[nodiscard]] hid_t get() const noexcept { return id_; }
    [[nodiscard]] bool is_open() const noexcept { return id_ >= 0; }

    /// Give up ownership without closing.
    hid_t release() noexcept { return std::exchange(id_, hid_t{-1}); }

    /// Close now. \return Negative if HDF5 could not.
    herr_t close() noexcept { return id_ >= 0 ? Close(release()) : 0; }

  private:
    hid_t id_ = -1;
};

using File = Handle<H5Fclose>;
using Group = Handle<H5Gclose>;
using Dataset = Handle<H5Dclose>;
using Space = Handle<H5Sclose>;
using Type = Handle<H5Tclose>;
using Properties = Handle<H5Pclose>;
using Attribute = Handle<H5Aclose>;
using Object = Handle<H5Oclose>;

/// Stop HDF5 from printing its errors in this thread, and from closing files at exit, where it
/// crashes when the disk is full. Call before anything else; cheap to repeat.
void prepare();

/// Why the last call in this thread failed: the system's reason ("No space left on device") if
/// there is one, else HDF5's own.
[[nodiscard]] std::string reason();

/// The type of one element in memory.
[[nodiscard]] Type memory_type(ElementType type);

/// The type of one element in a file: little endian, as most machines are.
[[nodiscard]] Type file_type(ElementType type);

}  // namespace sim::hdf5
