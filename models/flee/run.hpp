#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "models/flee/flight.hpp"
#include "models/flee/instance.hpp"
#include "models/flee/validation.hpp"

/// \file models/flee/run.hpp
/// Runs of an instance under Flee's rule set.

namespace models::flee {

/// What one seed gave.
struct Run {
    std::uint64_t seed = 0;
    std::vector<std::int32_t> camps;   ///< At the end of each day; shape (days, camps).
    std::vector<std::int32_t> agents;  ///< Displaced in all, wherever; shape (days).
    Errors errors;                     ///< Against the documented counts.
    Work work;

    /// The counts by camp.
    [[nodiscard]] CampCounts counts(Instance const& instance) const noexcept {
        return {camps, instance.camps.size()};
    }
};

/// Make one run for each of \p count seeds from \p first_seed on, several at a time.
/// \param run  Called with each seed, from any thread. What it throws passes through.
[[nodiscard]] std::vector<Run> run_each(std::uint64_t first_seed, std::uint32_t count,
                                        std::function<Run(std::uint64_t seed)> const& run);

/// Refuse an instance that has no camp. \throws InputError
void require_camps(Instance const& instance);

/// Run an instance once for each of \p count seeds from \p first_seed on, several at a time. The
/// same for any number of sim::threads().
/// \throws InputError if the instance has no camp, or people flee while no place is in conflict.
[[nodiscard]] std::vector<Run> run_seeds(Instance const& instance, std::uint64_t first_seed,
                                         std::uint32_t count);

}  // namespace models::flee
