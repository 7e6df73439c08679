#pragma once

#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"

/// \file models/recorders/actors_recorder.hpp
/// `/actors`: the parties, their strength, what they hold and what they live from.

namespace models {

/// Writes who the actors are, and one step every so many days if any.
class ActorsRecorder {
  public:
    /// \param every_days  0: only who they are, which other groups refer to.
    ActorsRecorder(sim::ResultWriter& writer, World const& world, Period const& period,
                   std::uint32_t every_days);

    void observe(World const& world);

  private:
    void define_strength(sim::Dimension actor);
    void define_means(sim::Dimension actor);
    void put_strength(World const& world);
    void put_means(World const& world);

    sim::Day last_;
    std::uint32_t every_days_;
    sim::TimeSeries series_;
    sim::SeriesVariable<std::int32_t> fighters_, hostages_;
    sim::SeriesVariable<std::int16_t> places_held_;
    sim::SeriesVariable<float> area_, funds_, arms_, armament_;
};

}  // namespace models
