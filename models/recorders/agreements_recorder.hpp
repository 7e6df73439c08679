#pragma once

#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"
#include "sim/io/event_table.hpp"

/// \file models/recorders/agreements_recorder.hpp
/// `/agreements`: every ceasefire and accord and what became of it.

namespace models {

/// Writes one row for each agreement when the run ends.
class AgreementsRecorder {
  public:
    AgreementsRecorder(sim::ResultWriter& writer, Period const& period);

    /// Write all rows. Call once.
    void finish(World const& world);

  private:
    sim::EventTable table_;
    sim::EventTextColumn key_;
    sim::EventColumn<std::int16_t> a_, b_;
    sim::EventColumn<std::int8_t> kind_, state_;
    sim::EventColumn<std::int32_t> begins_, ends_, violations_;
    sim::EventColumn<float> implementation_;
};

}  // namespace models
