#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/io/attributes.hpp"
#include "sim/io/element.hpp"
#include "sim/io/file_identity.hpp"

/// \file sim/io/result_reader.hpp
/// Reads result files, finished or left behind by a killed run.

namespace sim {

/// One dataset of a result file.
struct DatasetDescription {
    std::string path = {};
    std::string type = {};                     ///< As name_of(), or "other".
    std::vector<std::size_t> shape = {};       ///< Empty: a single value.
    std::vector<std::string> dimensions = {};  ///< Names, one for each extent.
    std::string units = {};
    std::string long_name = {};
    bool grows = false;  ///< Along its first dimension.
};

/// Reads one result file. Every member throws InputError if the file is damaged or lacks what is
/// asked for.
///
/// Of variables that grow it returns the complete rows only (`committed` in their group), so a file
/// that a killed run left behind reads like a shorter one.
class ResultReader {
  public:
    /// Open a file of the expected type, of its major version or an older one.
    /// \throws InputError if there is none, it is another kind of file, newer, or damaged.
    ResultReader(std::filesystem::path const& path, FileIdentity const& expected);
    ~ResultReader();
    ResultReader(ResultReader&&) noexcept;
    ResultReader& operator=(ResultReader&&) noexcept;

    [[nodiscard]] std::string path() const;
    [[nodiscard]] FileIdentity const& identity() const noexcept;

    /// Whether the writer finished the file.
    [[nodiscard]] bool is_complete() const;

    /// Every dataset but dimensions without values, by path.
    [[nodiscard]] std::vector<DatasetDescription> datasets() const;

    [[nodiscard]] bool contains(std::string const& path) const;

    /// Extents, the first one cut to the complete rows.
    [[nodiscard]] std::vector<std::size_t> shape(std::string const& path) const;

    /// All numbers of a dataset, last extent fastest. \pre A T holds the stored type exactly.
    template <Number T>
    [[nodiscard]] std::vector<T> read(std::string const& path) const {
        std::vector<T> values(count(path, element_type<T>()));
        read_numbers(path, element_type<T>(), values.data());
        return values;
    }

    /// All texts of a dataset.
    [[nodiscard]] std::vector<std::string> read_text(std::string const& path) const;

    /// A text attribute of a group or dataset; empty if it has none of that name.
    [[nodiscard]] std::string attribute(std::string const& path, std::string const& name) const;

    /// Day 0 of a dataset whose units are `days since YYYY-MM-DD 00:00:00`.
    [[nodiscard]] Date first_day(std::string const& path) const;

    /// The words of an enumeration; none if the dataset is no enumeration.
    [[nodiscard]] std::vector<Flag> flags(std::string const& path) const;

    /// What stands for "no value" in a dataset, if anything does.
    [[nodiscard]] std::optional<double> fill_value(std::string const& path) const;

  private:
    struct State;

    [[nodiscard]] std::size_t count(std::string const& path, ElementType type) const;
    void read_numbers(std::string const& path, ElementType type, void* values) const;

    std::unique_ptr<State> state_;
};

}  // namespace sim
