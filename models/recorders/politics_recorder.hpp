#pragma once

#include <cstddef>
#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"
#include "sim/io/event_table.hpp"

/// \file models/recorders/politics_recorder.hpp
/// `/politics`: what became of measures, talks and parties.

namespace models {

/// Writes one row for each political event, in the order in which they happened.
class PoliticsRecorder {
  public:
    PoliticsRecorder(sim::ResultWriter& writer, Period const& period);

    void observe(World const& world);

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(written_);
    }

  private:
    sim::EventTable table_;
    sim::EventColumn<std::int32_t> day_;
    sim::EventColumn<std::int8_t> kind_;
    sim::EventColumn<std::int16_t> actor_, other_, place_;
    sim::EventColumn<float> value_;
    std::size_t written_ = 0;  // events of the log so far
};

}  // namespace models
