#pragma once

#include <vector>

#include "models/observed/acled_event.hpp"
#include "models/observed/ucdp_event.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/exchange/report_reader.hpp
/// What the observers of a run wrote down, as ACLED's and UCDP's own data have it.

namespace models {

/// The rows of `/reports/acled` in the simulated country, in the order of the file.
/// \throws InputError if the run has no reports (`[reporting]`, `output.reports`), or is damaged.
[[nodiscard]] std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& reader);

/// The rows of `/reports/ucdp` in the simulated country, of dyads and one-sided actors that reached
/// 25 deaths in at least one calendar year of the run; `active_year` says in which.
/// \throws InputError as read_acled_reports().
[[nodiscard]] std::vector<UcdpEvent> read_ucdp_reports(sim::ResultReader const& reader);

}  // namespace models
