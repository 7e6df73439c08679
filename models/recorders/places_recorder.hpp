#pragma once

#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/reporting/registration.hpp"
#include "models/world/world.hpp"

/// \file models/recorders/places_recorder.hpp
/// `/places`: towns, camps and bases, who holds them and who found shelter there.

namespace models {

/// Writes one step every so many days.
class PlacesRecorder {
  public:
    /// \pre every_days >= 1
    PlacesRecorder(sim::ResultWriter& writer, World const& world, Period const& period,
                   std::uint32_t every_days, Registrations registrations);

    void observe(World const& world);

  private:
    sim::Day last_;
    std::uint32_t every_days_;
    Registrations registrations_;
    sim::TimeSeries series_;
    sim::SeriesVariable<std::int32_t> settled_, registered_, waiting_;
    sim::SeriesVariable<std::int16_t> holder_;
};

}  // namespace models
