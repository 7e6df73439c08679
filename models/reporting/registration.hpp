#pragma once

#include <cstdint>
#include <vector>

#include "models/world/world.hpp"
#include "sim/base/calendar.hpp"

/// \file models/reporting/registration.hpp
/// How many refugees the lists hold, beside how many are there. Changes nothing in the world.

namespace models {

/// A day on which the refugees of a place were counted one by one, after estimates.
struct Verification {
    PlaceId place;
    sim::Date verified_on;        ///< First day whose count is of people seen.
    double counted_before = 1.0;  ///< Last count before it [people], > 0.
    double counted_after = 1.0;   ///< Count of that day [people], > 0.
};

/// What is known of the lists of refugees; without verifications every count is true.
class Registrations {
  public:
    Registrations() = default;

    /// \pre Counts are > 0.
    explicit Registrations(std::vector<Verification> verifications);

    /// How many times the people present the list of a place holds on a day [1], > 0.
    ///
    /// The product of counted_before / counted_after over the verifications still to come; 1 from
    /// the day of the last one on. Constant between them: our assumption (README.md, R1).
    [[nodiscard]] double factor(PlaceId place, sim::Date date) const noexcept;

    /// People on the list of a place when so many are present, to the nearest person.
    [[nodiscard]] std::uint32_t registered(PlaceId place, sim::Date date,
                                           std::uint32_t present) const noexcept;

    /// In the order in which they were given.
    [[nodiscard]] std::vector<Verification> const& verifications() const noexcept {
        return verifications_;
    }

  private:
    std::vector<Verification> verifications_;
};

/// Refugees on the list of each place at the end of the day [people], shape (places).
[[nodiscard]] std::vector<std::int32_t> registered_by_place(World const& world,
                                                            Registrations const& registrations);

/// Their sums over the places of each country of asylum [people], shape (countries).
[[nodiscard]] std::vector<std::int32_t> registered_by_country(World const& world,
                                                              Registrations const& registrations);

}  // namespace models
