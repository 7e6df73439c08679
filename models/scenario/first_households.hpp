#pragma once

#include "models/scenario/community_table.hpp"
#include "models/world/geography.hpp"
#include "models/world/household_store.hpp"
#include "sim/random/stream.hpp"

/// \file models/scenario/first_households.hpp
/// Every household of the country, on the first day.

namespace models {

/// Largest household drawn [people].
inline constexpr std::uint8_t largest_household = 30;

/// Range of household_size_mean [people]: the cap on sizes does not bite in it.
inline constexpr double smallest_mean_size = 1.0, largest_mean_size = 15.0;

/// The households of every cell that has a region, all at home.
///
/// The people of a cell divide into communities by the shares of its region (apportion()); the
/// people of one community in one cell, a stratum, fill households of 1 + Poisson(size_mean - 1)
/// people, at most largest_household, until nobody is left; the last household takes who remains.
/// So people sum exactly to the population of the cell. Strata are ordered by cell, then community.
///
/// \param size_mean  Mean household size [people], smallest_mean_size to largest_mean_size.
/// \pre   communities has a row for every region of \p map.
/// \post  The same for any number of threads.
[[nodiscard]] HouseholdStore first_households(Geography const& map,
                                              RegionCommunities const& communities,
                                              double size_mean, sim::Seed seed);

}  // namespace models
