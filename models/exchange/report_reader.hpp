#pragma once

#include <vector>

#include "models/observed/acled_event.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/exchange/report_reader.hpp
/// The events of a run as ACLED would have reported them.

namespace models {

/// Read them from a result file. \throws InputError if the file has none.
[[nodiscard]] std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& reader);

}  // namespace models
