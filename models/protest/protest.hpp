#pragma once

#include <cstdint>
#include <optional>

#include "models/protest/protest_params.hpp"
#include "models/world/world.hpp"

/// \file models/protest/protest.hpp
/// Protests in the towns of the state, and what its forces make of some of them.

namespace models {

/// Rate of protests in a town that the state holds [1/day].
/// \param people      Of the town [people].       \param grievance  Of its people [events].
/// \param legitimacy  Of the state, 0 to 1.        \param excludes   Whether a disarmament leaves
///                                                                  others out there.
[[nodiscard]] double protest_rate(ProtestParams const& params, double people, double grievance,
                                  double legitimacy, bool excludes) noexcept;

/// Lets people protest in towns that a state holds, and where the measures of the day say so.
/// Runs beside attack, after the log was cleared.
class ProtestProcess {
  public:
    explicit ProtestProcess(ProtestParams const& params) : params_{params} {}

    void operator()(World& world) const;

  private:
    /// \param dead  Deaths that history states, if it states any.
    void hold(World& world, PlaceId place, std::optional<std::uint32_t> dead,
              sim::Stream& draw) const;
    void hold_as_history_says(World& world, Measure const& measure) const;

    ProtestParams params_;
};

}  // namespace models
