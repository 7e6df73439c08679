#pragma once

#include "models/forces/force_schedule.hpp"
#include "models/forces/forces_params.hpp"
#include "models/world/world.hpp"

/// \file models/forces/forces_process.hpp
/// The rule that brings every actor to the strength it is meant to have.

namespace models {

/// What an actor has today, beside what it should have.
struct Muster {
    bool is_regular = false;     ///< Its strength is decided by a government.
    bool has_appeared = false;   ///< It has, or had, units.
    bool is_first_day = false;   ///< The run begins: what is there is there already.
    std::uint32_t fighters = 0;  ///< What it has [people].
    std::uint32_t target = 0;    ///< What it should have [people].
};

/// Fighters who join (or, if negative, leave) within the day [people].
///
/// On the first day, and when an irregular actor first appears: all that are missing. Regular
/// forces raise target / arrival_days a day until nobody is missing, and let the surplus go at
/// once. Irregular ones replace each missing fighter, or lose each one too many, at the rate 1 /
/// replacement_days.
[[nodiscard]] std::int64_t change_today(ForcesParams const& params, Muster const& muster,
                                        sim::Stream& draw);

/// Applies the force schedule, raises units and lets them go. Runs after the timeline. Keeps no
/// state: on day 0 it applies all rows up to then, afterwards those of the day.
class ForcesProcess {
  public:
    /// \pre  Ordered by day; strengths and weights >= 0; params as documented.
    ForcesProcess(ForceSchedule schedule, ForcesParams const& params);

    /// One day.
    void operator()(World& world) const;

  private:
    ForceSchedule schedule_;
    ForcesParams params_;
};

}  // namespace models
