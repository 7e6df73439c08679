#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/io/attributes.hpp"
#include "sim/io/element.hpp"
#include "sim/io/hdf5_handle.hpp"

/// \file sim/io/hdf5_output.hpp
/// The few HDF5 operations that writing needs, each checked. For the sources of sim/io only.

namespace sim::hdf5 {

using Shape = std::vector<std::size_t>;

/// Row in the list of datasets of one Output.
using DatasetId = Id<struct DatasetTag>;

/// Extent and storage of a dataset that will be created.
struct Layout {
    Shape shape = {};           ///< Empty: a single value.
    bool grows = false;         ///< The first extent can grow.
    Storage storage = {};       ///< Ignored for a single value.
    bool is_dimension = false;  ///< A dimension without values.
};

/// The text that tells netCDF that a scale of this size is a dimension without values.
[[nodiscard]] std::string dimension_label(std::size_t size);

/// Shape of a chunk of at most half a MiB: the longest extents are halved first.
[[nodiscard]] Shape choose_chunk(Shape shape, std::size_t element_size);

/// An HDF5 file being written. Every failure is an IoError naming file and object; after one, the
/// file is given up: nothing more is written, its handles are left open, as HDF5 1.10 may crash
/// when it closes a file that it could not write.
class Output {
  public:
    /// Create the file, replacing what has its name.
    explicit Output(std::string path);
    ~Output();
    Output(Output const&) = delete;
    Output& operator=(Output const&) = delete;

    /// Create a group and those above it, unless they exist.
    void ensure_group(std::string const& path);

    /// Create a dataset with its attributes, and the groups above it.
    [[nodiscard]] DatasetId create(std::string const& path, ElementType type, Layout const& layout,
                                   Attributes const& attributes);

    /// Make a dataset a dimension scale. An empty \p label means its own name.
    void make_scale(DatasetId dataset, std::string const& label);

    /// Say that extent \p axis of \p dataset is the dimension \p scale.
    void attach(DatasetId dataset, DatasetId scale, unsigned axis);

    /// Write a text attribute of the object at \p path, replacing an older one.
    void set_attribute(std::string const& path, std::string const& name, std::string const& value);

    /// Write an attribute of one or more integers of the object at \p path.
    void set_attribute(std::string const& path, std::string const& name,
                       std::span<std::int32_t const> values);

    /// Write all values. \pre As many bytes as the dataset has.
    void write(DatasetId dataset, void const* values);

    /// Set the first extent, to make room for more rows.
    void extend(DatasetId dataset, std::size_t rows);

    /// Write rows [first, first + count) along the first extent.
    void write_rows(DatasetId dataset, std::size_t first, std::size_t count, void const* values);

    /// Hand everything to the operating system.
    void flush();

    /// Close the file. \pre Called once, and nothing after it.
    void close();

    /// Leave all handles open for ever and write nothing more.
    void give_up() noexcept;

    [[nodiscard]] bool has_failed() const noexcept { return has_failed_; }
    [[nodiscard]] std::string const& path() const noexcept { return path_; }
    [[nodiscard]] std::string const& path_of(DatasetId dataset) const;
    [[nodiscard]] ElementType type_of(DatasetId dataset) const;
    [[nodiscard]] Shape const& shape_of(DatasetId dataset) const;

  private:
    struct Record {
        Dataset handle;
        std::string path;
        ElementType type;
        Shape shape;
    };

    /// How values of a type go to the file.
    [[nodiscard]] hid_t transfer_of(ElementType type) const noexcept {
        return type == ElementType::text ? text_transfer_.get() : hid_t{H5P_DEFAULT};
    }

    /// \throws IoError if \p result is negative.
    template <class Result>
    Result check(Result result, std::string const& object) {
        if (result < 0) fail(object);
        return result;
    }
    [[noreturn]] void fail(std::string const& object);
    void set_raw_attribute(hid_t object, std::string const& name, hid_t type, std::size_t count,
                           void const* values, std::string const& where);
    void set_text(hid_t object, std::string const& name, std::string const& value,
                  std::string const& where);
    void set_attributes(hid_t object, Attributes const& attributes, ElementType type,
                        std::string const& where);

    std::string path_;
    File file_;
    Properties text_transfer_;
    std::vector<Record> datasets_;
    std::set<std::string> groups_;
    bool has_failed_ = false;
};

}  // namespace sim::hdf5
