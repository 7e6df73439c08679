#pragma once

#include <cstdint>
#include <vector>

#include "models/recorders/recording.hpp"
#include "models/reporting/registration.hpp"
#include "models/world/world.hpp"

/// \file models/recorders/displaced_recorder.hpp
/// `/refugees` by country of asylum and `/idps` by region, day by day: how many there are, how many
/// the lists hold, and how many came home.

namespace models {

/// Refugees in each country today [people], shape (countries).
[[nodiscard]] std::vector<std::int32_t> refugees_by_country(World const& world);

/// Internally displaced people in each region today [people], shape (regions).
[[nodiscard]] std::vector<std::int32_t> idps_by_region(World const& world);

/// Writes one step a day.
class DisplacedRecorder {
  public:
    DisplacedRecorder(sim::ResultWriter& writer, World const& world, Period const& period,
                      Registrations registrations);

    void observe(World const& world);

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(before_);
    }

  private:
    Registrations registrations_;
    sim::TimeSeries refugee_series_, idp_series_;
    sim::SeriesVariable<std::int32_t> refugees_, registered_, refugees_returned_;
    sim::SeriesVariable<std::int32_t> idps_, idps_returned_;
    Returns before_;  // at the end of the day before
};

}  // namespace models
