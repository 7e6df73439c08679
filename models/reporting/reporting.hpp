#pragma once

#include "models/reporting/report_place.hpp"
#include "models/reporting/reporting_params.hpp"
#include "models/world/world.hpp"

/// \file models/reporting/reporting.hpp
/// What observers write down of the day, beside what happened.

namespace models {

/// Writes the day's reports into World::reports: ACLED-like, UCDP-like, and of headlines. Changes
/// nothing else.
class ReportingProcess {
  public:
    /// \pre \p map outlives the process.
    ReportingProcess(ReportingParams const& params, Geography const& map)
        : params_{params}, places_{params, map} {}

    void operator()(World& world) const;

  private:
    ReportingParams params_;
    ReportPlaces places_;
};

}  // namespace models
