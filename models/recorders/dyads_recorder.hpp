#pragma once

#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"
#include "sim/io/event_table.hpp"

/// \file models/recorders/dyads_recorder.hpp
/// `/dyads`: how pairs of actors stand to each other, change by change.

namespace models {

/// Writes a row whenever a pair changes. Before its first row a pair is neutral.
class DyadsRecorder {
  public:
    DyadsRecorder(sim::ResultWriter& writer, World const& world, Period const& period);

    void observe(World const& world);

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(written_);
    }

  private:
    sim::EventTable table_;
    sim::EventColumn<std::int32_t> day_;
    sim::EventColumn<std::int16_t> a_, b_;
    sim::EventColumn<std::int8_t> relation_;
    PairTable<Relation> written_;  // as the rows so far say
};

}  // namespace models
