#pragma once

#include <cstdint>

#include "models/displacement/displacement_params.hpp"
#include "models/world/world.hpp"
#include "sim/random/geometric_law.hpp"

/// \file models/displacement/return_home.hpp
/// When settled households think of going home, and what they decide.

namespace models {

/// Chance that a settled household decides today to go home [1/day].
///
/// base(status) * exp(-threat / threat_scale - takeover / takeover_scale - tenure / tenure_days)
/// * home factor. Falls with danger at home and with time in refuge: MODEL.md 1; the form is our
/// assumption (README.md, D5).
///
/// \param from         displaced or refugee.
/// \param threat       At home [events], >= 0.
/// \param takeover     At home [share of control], >= 0.
/// \param tenure       Time since it settled [d], >= 0.
/// \param home_factor  Of its community, by who holds home, times that of services [1], 0 to 1.
[[nodiscard]] double return_probability(ReturnParams const& params, MoverStatus from, double threat,
                                        double takeover, double tenure,
                                        double home_factor) noexcept;

/// return_probability() of a mover today, if its way home is open (is_way_home_open()).
[[nodiscard]] double return_probability(World const& world, ReturnParams const& params,
                                        Mover const& mover) noexcept;

/// return_probability() of a mover if nobody fears anything at home: never below it, and quicker.
[[nodiscard]] double most_return_probability(World const& world, ReturnParams const& params,
                                             Mover const& mover) noexcept;

/// Whether a mover could travel home today.
[[nodiscard]] bool is_way_home_open(World const& world, Mover const& mover) noexcept;

/// Most that the chances of all decisions of a settled household can sum to [1/day].
[[nodiscard]] inline double decision_bound(ReturnParams const& params,
                                           MoverStatus status) noexcept {
    return status == MoverStatus::refugee ? params.refugee
                                          : params.displaced + params.displaced_again;
}

/// What a settled household decides on a day.
enum class Decision { stay, go_home, leave_refuge };

/// What a settled household decides on a day of next_decision().
/// \param go_chance     Chance a day to go home [1/day]; 0 while the way is closed.
/// \param leave_chance  Chance a day to leave a refuge that is no longer calm [1/day].
/// \param u             Drawn uniformly from 0 to decision_bound() [1/day].
[[nodiscard]] inline Decision decide(double go_chance, double leave_chance, double u) noexcept {
    if (u < go_chance) return Decision::go_home;
    if (u < go_chance + leave_chance) return Decision::leave_refuge;
    return Decision::stay;
}

/// Day on which a household next decides: each coming day with the probability of \p law,
/// independently. `never` if that is more than a century away.
/// \param law  Of decision_bound().
[[nodiscard]] inline sim::Day next_decision(sim::Day today, sim::GeometricLaw const& law,
                                            sim::Stream& draw) noexcept {
    constexpr std::uint32_t century = 36'525;  // [d]; keeps the queue of days short
    std::uint32_t const failures = law.draw(draw);
    if (failures >= century) return never;
    return sim::Day{today.value + 1 + failures};
}

}  // namespace models
