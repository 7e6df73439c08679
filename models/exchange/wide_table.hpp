#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/exchange/text_sink.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/exchange/wide_table.hpp
/// A group of a result file as one table: the second half of write_dataset().

namespace models {

/// Write a group as write_dataset() does. \return What is left out. \throws InputError as there.
/// \param group  With a `/` at its end; some dataset is in it.
/// \param all    Every dataset of the file.
std::vector<std::string> write_wide(sim::ResultReader const& reader, std::string const& group,
                                    std::span<sim::DatasetDescription const> all,
                                    TextSink const& sink);

}  // namespace models
