#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/displacement/displacement_params.hpp"
#include "models/world/world.hpp"

/// \file models/displacement/dense_flight.hpp
/// Flight with every household deciding every day: the reference for FlightProcess.

namespace models {

/// Probability that a household of each stratum leaves today; shape (strata).
[[nodiscard]] std::vector<double> flight_probabilities(World const& world,
                                                       FlightParams const& params);

/// Decide for every household at home whether it leaves today. Changes nothing in the world.
///
/// \param probabilities  Of each stratum, 0 to 1; shape (strata).
/// \param[out] leaves    1 if it leaves: entry strata().first + i is the i-th household at home of
///                       a stratum, entries of those away are 0; shape (households).
/// \post  The same for any number of threads.
void decide_flight(World const& world, std::span<double const> probabilities,
                   std::span<std::uint8_t> leaves);

/// FlightProcess, the plain way: time and memory grow with all households.
class DenseFlightProcess {
  public:
    DenseFlightProcess(FlightParams const& flight, TravelParams const& travel);

    /// One day.
    void operator()(World& world);

  private:
    FlightParams flight_;
    TravelParams travel_;
    std::vector<std::uint8_t> leaves_;  // scratch
};

}  // namespace models
