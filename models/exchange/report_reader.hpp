#pragma once

#include <vector>

#include "models/observed/acled_event.hpp"
#include "models/observed/ucdp_event.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/exchange/report_reader.hpp
/// Reads the simulated events of a result file as observers would code them.

namespace models {

/// All reports of a file, in its order. \throws InputError always: not yet part of this build.
[[nodiscard]] std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& file);
[[nodiscard]] std::vector<UcdpEvent> read_ucdp_reports(sim::ResultReader const& file);

}  // namespace models
