#pragma once

#include <string>
#include <vector>

#include "models/exchange/text_sink.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/exchange/dataset_writer.hpp
/// Writes datasets of a result file as CSV.

namespace models {

/// Write a dataset as a long table, a column for each dimension and one for the values, or a group
/// as a wide one: a row for each place along the dimension that its datasets begin with (the one
/// that grows, if one does), a column for each dataset, or for each of its values there
/// (`deaths_state`). Labels: dataset_axes(); values: DatasetValues.
///
/// \param path  Such as `/totals/deaths` or `/events`.
/// \return Paths of the datasets of the group that have no such dimension and are left out.
/// \throws InputError if there is no such dataset or group, its datasets begin with different
///         dimensions, it would have more than 1,000 columns, or the file is damaged.
std::vector<std::string> write_dataset(sim::ResultReader const& reader, std::string const& path,
                                       TextSink const& sink);

}  // namespace models
