#pragma once

#include <array>
#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"
#include "sim/io/event_table.hpp"

/// \file models/recorders/events_recorder.hpp
/// `/events`: everything that happened, as ground truth.

namespace models {

/// Writes one row for each event, in the order in which they happened.
class EventsRecorder {
  public:
    EventsRecorder(sim::ResultWriter& writer, World const& world, Period const& period);

    void observe(World const& world);

  private:
    void write(Geography const& map, ConflictEvent const& event);

    sim::EventTable table_;
    sim::EventColumn<std::int32_t> day_;
    sim::EventColumn<std::int8_t> kind_, victims_, avenger_;
    sim::EventColumn<std::int16_t> attacker_, target_;
    sim::EventColumn<float> lat_, lon_;
    sim::EventColumn<std::int16_t> row_, column_, country_, region_, cercle_, place_;
    std::array<sim::EventColumn<std::int32_t>, side_count> deaths_of_;
    sim::EventColumn<std::int32_t> deaths_, attacker_deaths_, wounded_;
};

}  // namespace models
