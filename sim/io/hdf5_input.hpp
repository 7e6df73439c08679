#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/io/hdf5_handle.hpp"

/// \file sim/io/hdf5_input.hpp
/// The few HDF5 operations that reading needs, each checked. For the sources of sim/io only.

namespace sim::hdf5 {

/// Where a dataset's elements are and how they are stored.
struct Extent {
    std::vector<std::size_t> shape = {};
    bool grows = false;  ///< The first extent can grow.
};

/// An HDF5 file being read. Every failure is an InputError naming file and object.
class Input {
  public:
    ///
    /// Of a file without a seal (sim/io/seal.hpp), as a killed run leaves it, a process of its own
    /// reads everything first: HDF5 crashes on some damaged headers, and then it is that process
    /// which dies, and the file is told as damaged.
    explicit Input(std::string path);

    [[nodiscard]] std::string const& path() const noexcept { return path_; }

    /// Paths of all datasets, sorted.
    [[nodiscard]] std::vector<std::string> datasets() const;

    [[nodiscard]] bool contains(std::string const& path) const;

    /// Nothing if the type is none of ours.
    [[nodiscard]] std::optional<ElementType> type_of(std::string const& path) const;

    [[nodiscard]] Extent extent_of(std::string const& path) const;

    /// Names of the scales of each extent; empty where there is none.
    [[nodiscard]] std::vector<std::string> dimensions_of(std::string const& path) const;

    /// Whether it is a netCDF dimension without values.
    [[nodiscard]] bool is_bare_dimension(std::string const& path) const;

    /// The first \p rows rows (all for a single value), converted to \p type.
    /// \pre `values` has room for them.
    void read(std::string const& path, ElementType type, std::vector<std::size_t> const& shape,
              void* values) const;

    [[nodiscard]] std::vector<std::string> read_text(std::string const& path,
                                                     std::vector<std::size_t> const& shape) const;

    /// A text attribute, fixed or variable length. Nothing if there is none of that name.
    [[nodiscard]] std::optional<std::string> text_attribute(std::string const& path,
                                                            std::string const& name) const;

    /// An integer attribute. Nothing if there is none of that name.
    [[nodiscard]] std::vector<std::int32_t> integer_attribute(std::string const& path,
                                                              std::string const& name) const;

    /// The first number of an attribute. Nothing if there is none of that name.
    [[nodiscard]] std::optional<double> number_attribute(std::string const& path,
                                                         std::string const& name) const;

    /// Number of elements, checked against what file and memory can hold: a damaged or hostile
    /// header may claim any.
    [[nodiscard]] std::size_t plausible_count(std::string const& path,
                                              std::vector<std::size_t> const& shape) const;

    [[noreturn]] void damaged(std::string const& object) const;

  private:
    /// Whether a process of its own reads the whole file and lives. True if none can be made.
    [[nodiscard]] static bool can_be_read_unharmed(std::string const& path);
    void open();
    void read_everything() const;

    /// \throws InputError if \p result is negative.
    template <class Result>
    Result check(Result result, std::string const& object) const {
        if (result < 0) damaged(object);
        return result;
    }
    [[nodiscard]] Dataset open(std::string const& path) const;
    [[nodiscard]] Attribute open_attribute(std::string const& path, std::string const& name) const;
    /// A process killed while it wrote may leave an index without some chunks, which HDF5 would
    /// read as zeros. Our writer leaves none out.
    void check_chunks(Dataset const& dataset, std::vector<hsize_t> const& block,
                      std::string const& path) const;
    /// \throws InputError if so many values of a size would take too much of the memory.
    void check_memory(std::string const& path, std::size_t count, std::size_t size) const;
    /// \throws InputError if so many texts would. \pre count >= 1
    void check_texts(Dataset const& dataset, hid_t memory, std::size_t count,
                     std::string const& path) const;
    void read_rows(Dataset const& dataset, hid_t memory, std::vector<std::size_t> const& shape,
                   void* values, std::string const& path) const;

    Input() = default;  // for the process that reads first

    std::string path_;
    File file_;
};

}  // namespace sim::hdf5
