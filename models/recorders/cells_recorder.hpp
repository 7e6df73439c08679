#pragma once

#include <cstdint>
#include <vector>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"

/// \file models/recorders/cells_recorder.hpp
/// `/cells`: maps of control, violence, displacement and what people have from the state.

namespace models {

/// Writes one map of each field every so many days. What is counted, is counted since the map
/// before, so that the maps of a finished run sum to its totals.
class CellsRecorder {
  public:
    /// \pre every_days >= 1
    CellsRecorder(sim::ResultWriter& writer, World const& world, Period const& period,
                  std::uint32_t every_days);

    void observe(World const& world);

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(events_so_far_, deaths_so_far_);
    }

  private:
    void define_war(std::vector<sim::Dimension> const& map, sim::Storage const& storage);
    void define_people(std::vector<sim::Dimension> const& map, sim::Storage const& storage);
    void put_control(World const& world);
    void put_displaced(World const& world);
    void put_services(World const& world);
    void put_grievance(World const& world);
    void put_pacts(World const& world);

    sim::Day last_;
    std::uint32_t every_days_;
    std::vector<std::size_t> at_;  // where each cell stands in a map; shape (cells)
    std::size_t map_size_;
    sim::TimeSeries series_;
    sim::SeriesVariable<std::int16_t> dominant_, pact_;
    sim::SeriesVariable<float> control_, services_, grievance_;
    sim::SeriesVariable<std::int32_t> events_, deaths_, displaced_;
    std::vector<std::int32_t> events_so_far_, deaths_so_far_;  // since the last map; maps
};

}  // namespace models
