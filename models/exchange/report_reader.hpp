#pragma once

#include <vector>

#include "models/observed/acled_event.hpp"
#include "models/observed/ucdp_event.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/exchange/report_reader.hpp
/// The reports of a run, as ACLED and UCDP would have coded them.

namespace models {

/// \throws InputError if the file has no /reports.
[[nodiscard]] std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& reader);

/// \throws InputError if the file has no /reports.
[[nodiscard]] std::vector<UcdpEvent> read_ucdp_reports(sim::ResultReader const& reader);

}  // namespace models
