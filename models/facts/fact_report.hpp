#pragma once

#include "models/facts/fact_context.hpp"

/// \file models/facts/fact_report.hpp
/// All stylised facts of one list of events.

namespace models {

/// Every fact, by the same estimators for data and simulation. Which keys there are depends on the
/// context (regions, full years) and not on the events.
/// \pre The events are political violence inside the period and the country of the context.
[[nodiscard]] FactReport compute_facts(ObservedEvents events, FactContext const& context);

}  // namespace models
