#pragma once

#include <array>
#include <cstdint>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"

/// \file models/recorders/totals_recorder.hpp
/// `/totals`: the country day by day.

namespace models {

/// Where the people of the country are.
struct PeopleStocks {
    std::uint64_t at_home = 0;                             ///< People at home [people].
    std::array<std::uint64_t, mover_status_count> away{};  ///< People away, by status [people].

    /// Everybody who is alive and away from home, whatever the status [people].
    [[nodiscard]] std::uint64_t all_away() const noexcept;
};

/// Sums of the running counts of the world.
[[nodiscard]] PeopleStocks people_stocks(World const& world);

/// Writes one step a day. On every day of a file
/// at_home + travelling + waiting + idps + refugees + civilian deaths so far = people on day 0.
class TotalsRecorder {
  public:
    TotalsRecorder(sim::ResultWriter& writer, World const& world, Period const& period);

    void observe(World const& world);

  private:
    sim::TimeSeries series_;
    sim::SeriesVariable<std::int32_t> deaths_, events_, wounded_;
    sim::SeriesVariable<std::int32_t> at_home_, travelling_, waiting_, idps_, refugees_;
    sim::SeriesVariable<std::int32_t> departures_, idps_returned_, refugees_returned_;
    Totals before_;  // at the end of the day before
};

}  // namespace models
