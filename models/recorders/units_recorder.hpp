#pragma once

#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"
#include "sim/io/event_table.hpp"

/// \file models/recorders/units_recorder.hpp
/// `/units`: where every unit is, so that its way can be drawn.

namespace models {

/// Writes a row for each unit that exists, every so many days.
class UnitsRecorder {
  public:
    /// \pre every_days >= 1
    UnitsRecorder(sim::ResultWriter& writer, Period const& period, std::uint32_t every_days);

    void observe(World const& world);

  private:
    sim::Day last_;
    std::uint32_t every_days_;
    sim::EventTable table_;
    sim::EventColumn<std::int32_t> day_, unit_, fighters_;
    sim::EventColumn<std::int16_t> actor_;
    sim::EventColumn<float> lat_, lon_;
    sim::EventColumn<std::int8_t> posture_;
};

}  // namespace models
