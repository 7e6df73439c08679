#pragma once

#include "models/observed_past/observed_past.hpp"
#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"
#include "sim/io/result_writer.hpp"

/// \file models/recorders/recorded_past.hpp
/// The group `/observed_past` of a run whose violence was given up to a day.

namespace models {

/// Write the last observed day, by which `azalai score` knows where the forecast begins.
void record_observed_until(sim::ResultWriter& writer, ObservedPast const& past);

/// Write the observed deaths for whom nobody was found (unplaced_deaths()), by side.
void record_unplaced(sim::ResultWriter& writer, World const& world);

}  // namespace models
