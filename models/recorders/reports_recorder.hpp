#pragma once

#include <array>

#include "models/recorders/recording.hpp"
#include "models/world/world.hpp"
#include "sim/io/event_table.hpp"
#include "sim/io/result_writer.hpp"

/// \file models/recorders/reports_recorder.hpp
/// The groups `/reports/acled`, `/reports/ucdp` and `/reports/icg`: what observers wrote down.

namespace models {

/// Columns that say where; the same in every group.
struct WhereColumns {
    WhereColumns(sim::EventTable& table, Geography const& map);
    void put(sim::EventTable& table, Geography const& map, sim::GeoPoint at, sim::CellId cell);

    sim::EventColumn<float> lat, lon;
    sim::EventColumn<std::int16_t> country, region, cercle;
};

/// Columns of a party; the same in every group.
struct PartyColumns {
    PartyColumns(sim::EventTable& table, std::string const& name);
    void put(sim::EventTable& table, ReportedActor const& party);

    sim::EventColumn<std::int16_t> actor;
    sim::EventColumn<std::int8_t> inter, community;
};

/// Appends a row to `/reports/acled` for everything that ACLED's coders wrote down.
class AcledRecorder {
  public:
    AcledRecorder(sim::ResultWriter& writer, World const& world, Period const& period);
    void observe(World const& world);

  private:
    sim::EventTable table_;
    sim::EventColumn<std::int32_t> event_, day_, fatalities_;
    sim::EventColumn<std::int8_t> time_precision_, sub_event_, civilian_targeting_, geo_precision_,
        sources_;
    PartyColumns actor1_, actor2_;
    sim::EventColumn<std::int16_t> place_;
    WhereColumns where_;
};

/// Appends a row to `/reports/ucdp` for everything that UCDP's coders wrote down.
class UcdpRecorder {
  public:
    UcdpRecorder(sim::ResultWriter& writer, World const& world, Period const& period);
    void observe(World const& world);

  private:
    sim::EventTable table_;
    sim::EventColumn<std::int32_t> event_, day_, best_, low_, high_, deaths_a_, deaths_b_,
        deaths_civilians_, deaths_unknown_;
    sim::EventColumn<std::int8_t> time_precision_, violence_, geo_precision_, sources_;
    PartyColumns side_a_, side_b_;
    sim::EventColumn<std::int16_t> place_;
    WhereColumns where_;
};

/// Appends a row to `/reports/icg` for everything that made the headlines.
class HeadlinesRecorder {
  public:
    HeadlinesRecorder(sim::ResultWriter& writer, World const& world, Period const& period);
    void observe(World const& world);

  private:
    sim::EventTable table_;
    sim::EventColumn<std::int32_t> event_, day_, wounded_;
    std::array<sim::EventColumn<std::int32_t>, side_count> deaths_of_;
    WhereColumns where_;
};

/// All three.
class ReportsRecorder {
  public:
    ReportsRecorder(sim::ResultWriter& writer, World const& world, Period const& period)
        : acled_{writer, world, period},
          ucdp_{writer, world, period},
          icg_{writer, world, period} {}

    void observe(World const& world) {
        acled_.observe(world);
        ucdp_.observe(world);
        icg_.observe(world);
    }

  private:
    AcledRecorder acled_;
    UcdpRecorder ucdp_;
    HeadlinesRecorder icg_;
};

}  // namespace models
