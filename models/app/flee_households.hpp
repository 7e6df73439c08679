#pragma once

#include <cstdint>
#include <vector>

#include "models/flee/run.hpp"
#include "models/scenario/scenario.hpp"

/// \file models/app/flee_households.hpp
/// Runs of a Flee instance under our own rules of displacement.

namespace models {

/// Run the scenario of an instance once for each of \p count seeds from \p first_seed on, several
/// at a time. The same for any number of sim::threads().
///
/// Counts are people settled in the camps at the end of each day of the instance, and people away
/// from home wherever they are. Work::decisions and departures count households.
///
/// \param scenario  flee_scenario() of the instance.
/// \throws InputError if the instance has no camp.
[[nodiscard]] std::vector<flee::Run> run_households(flee::Instance const& instance,
                                                    Scenario const& scenario,
                                                    std::uint64_t first_seed, std::uint32_t count);

}  // namespace models
