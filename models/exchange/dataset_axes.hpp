#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/io/result_reader.hpp"

/// \file models/exchange/dataset_axes.hpp
/// The dimensions of a dataset of a result file, and what a table calls the places along them.

namespace models {

/// One dimension.
struct DatasetAxis {
    std::string name = {};
    std::vector<std::string> labels = {};  ///< One for each place along it.
};

/// The dimensions of a dataset. Labels are the values of its dimension where it has them, in the
/// group of the dataset or the nearest above it; else the texts `key` or `name` of the group, if
/// they have this dimension and all differ; else numbers from 0.
///
/// \param all  Every dataset of the file.
/// \throws InputError if the file is damaged.
[[nodiscard]] std::vector<DatasetAxis> dataset_axes(sim::ResultReader const& reader,
                                                    sim::DatasetDescription const& dataset,
                                                    std::span<sim::DatasetDescription const> all);

/// The dataset of a path, or nothing.
[[nodiscard]] sim::DatasetDescription const* find_dataset(
    std::span<sim::DatasetDescription const> all, std::string const& path);

/// The part of a path before its last name: `/cells/` of `/cells/lat`.
[[nodiscard]] std::string group_of(std::string const& path);

/// Names of columns that differ: a second `actor` becomes `actor_2`.
[[nodiscard]] std::vector<std::string> distinct_names(std::vector<std::string> names);

}  // namespace models
