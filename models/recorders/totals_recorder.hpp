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

/// People in the hands of others.
struct PrisonerStocks {
    std::uint64_t captives = 0;   ///< Fighters whom their enemies hold [people].
    std::uint64_t kidnapped = 0;  ///< Held for ransom [people].
};

/// Sums over captives and hostages.
[[nodiscard]] PrisonerStocks prisoner_stocks(World const& world);

/// What the state does for the people of the country, 0 to 1: the mean over residents of the first
/// day; 1 if nobody lives there.
[[nodiscard]] double mean_services(World const& world);

/// Sums of the running counts of the world.
[[nodiscard]] PeopleStocks people_stocks(World const& world);

/// Writes one step a day. On every day of a file
/// at_home + travelling + waiting + idps + refugees + civilian deaths so far = people on day 0.
class TotalsRecorder {
  public:
    /// Days between two measurements of services, which take longer [d]. They change slowly.
    static constexpr std::uint32_t services_every_days = 7;

    TotalsRecorder(sim::ResultWriter& writer, World const& world, Period const& period);

    void observe(World const& world);

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(last_services_, before_);
    }

  private:
    void define_flows(sim::Dimension side, sim::Dimension kind);
    void define_stocks();
    void put_flows(World const& world);
    void put_stocks(World const& world);

    sim::TimeSeries series_;
    sim::SeriesVariable<std::int32_t> deaths_, events_, wounded_;
    sim::SeriesVariable<std::int32_t> at_home_, travelling_, waiting_, idps_, refugees_;
    sim::SeriesVariable<std::int32_t> departures_, idps_returned_, refugees_returned_;
    sim::SeriesVariable<std::int32_t> devices_, captives_, kidnapped_;
    sim::SeriesVariable<float> legitimacy_, services_;
    float last_services_ = 1.0F;  // as last measured
    Totals before_;               // at the end of the day before
};

}  // namespace models
