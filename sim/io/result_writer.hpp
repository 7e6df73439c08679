#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/ids.hpp"
#include "sim/io/attributes.hpp"
#include "sim/io/element.hpp"
#include "sim/io/file_identity.hpp"
#include "sim/io/part_file.hpp"

/// \file sim/io/result_writer.hpp
/// Writes one result file: HDF5 that is also CF-1.8 netCDF-4 (sim/io/FORMAT.md).

namespace sim {

namespace hdf5 {
struct DatasetTag;
}  // namespace hdf5

class EventTable;
class GrowingTable;
class ResultReader;
class TimeSeries;

/// A dimension of a result file.
using Dimension = Id<struct DimensionTag>;

/// What the file says about itself at its root. An empty text is not written.
struct FileDescription {
    std::string title = {};
    std::string institution = {};
    std::string source = {};   ///< How it came about: the program and its version.
    std::string history = {};  ///< When and by which command.
    std::string comment = {};
};

/// The time axis of a series: whole days since `start`.
struct TimeAxis {
    Date start = {};
    std::string long_name = "date";  ///< Say here what a value stands for: "end of the day".
};

/// Writes a result file under `NAME.part` and gives it its name when it is complete.
///
/// Names are paths such as `/cells/population`; groups are made as needed. A variable may use the
/// dimensions of its own group and of those above it. Every member throws IoError when the file
/// cannot be written; then only abandon() or the destructor may follow. HDF5 1.10 cannot close such
/// a file, so its handles stay open: report, and leave with `std::_Exit(74)`.
class ResultWriter {
  public:
    /// \throws InputError if \p path exists and may not be overwritten, or is being written.
    /// \throws IoError if the folder does not exist or cannot be written.
    ResultWriter(std::filesystem::path path, Overwrite overwrite, FileIdentity const& identity,
                 FileDescription const& description);

    /// Without commit() the `.part` is removed, unless keep_partial() was called.
    ~ResultWriter();
    ResultWriter(ResultWriter const&) = delete;
    ResultWriter& operator=(ResultWriter const&) = delete;

    /// A dimension without values. \pre size >= 1
    Dimension dimension(std::string const& path, std::size_t size);

    /// A dimension with values, for example latitudes. \pre At least one value.
    Dimension coordinate(std::string const& path, Numbers values, Attributes const& attributes);

    /// A variable of fixed shape, written at once. No dimensions: a single value.
    /// \pre values.size() is the product of the dimensions.
    void write(std::string const& path, std::vector<Dimension> const& dimensions, Numbers values,
               Attributes const& attributes, Storage const& storage = {});

    /// A variable of texts, written at once.
    void write_text(std::string const& path, std::vector<Dimension> const& dimensions,
                    std::span<std::string const> values, Attributes const& attributes);

    /// A single text.
    void write_text(std::string const& path, std::string const& value,
                    Attributes const& attributes);

    /// A text attribute of a group or variable that exists already ("/" is the file).
    /// \pre Shorter than 60,000 bytes.
    void set_attribute(std::string const& path, std::string const& name, std::string const& value);

    /// A group whose variables grow along `time`, all together.
    ///
    /// \param steps_per_block  Steps kept in memory and written at once.
    [[nodiscard]] TimeSeries time_series(std::string const& group, TimeAxis const& axis,
                                         std::size_t steps_per_block = 32);

    /// A group whose columns grow along \p dimension, all together, one row at a time.
    ///
    /// \param rows_per_block  Rows kept in memory and written at once.
    [[nodiscard]] EventTable event_table(std::string const& group, std::string const& dimension,
                                         std::size_t rows_per_block = 4096);

    /// Write what series and tables hold in memory, and mark it as complete. Call it at the same
    /// step for the whole file: a killed run then leaves groups that end together.
    void flush();

    /// Append to every growing group the rows of an earlier file of the same groups, as if they had
    /// been written here. \pre All columns are defined, and no row is half made. \throws
    /// InputError if the earlier file lacks one of them or is damaged.
    void take_rows(ResultReader const& earlier);

    /// Flush, close, and give the file its name. Nothing may be written afterwards.
    void commit();

    /// Flush, close, and leave the `.part` behind: the run was interrupted.
    void keep_partial();

    /// Remove the `.part` and write nothing more, whatever state the file is in.
    void abandon() noexcept;

    /// Where the bytes go until commit().
    [[nodiscard]] std::filesystem::path const& part() const noexcept;

  private:
    friend class EventTable;
    friend class TimeSeries;
    struct State;

    /// The scales of a variable. \pre Each lies in the variable's group or above it.
    [[nodiscard]] std::vector<Id<hdf5::DatasetTag>> scales_of(
        std::string const& path, std::vector<Dimension> const& dimensions) const;
    void write_identity(FileIdentity const& identity, FileDescription const& description);
    void write_values(std::string const& path, std::vector<Dimension> const& dimensions,
                      ElementType type, std::size_t count, void const* values,
                      Attributes const& attributes, Storage const& storage);
    void close();

    std::unique_ptr<State> state_;
};

}  // namespace sim
