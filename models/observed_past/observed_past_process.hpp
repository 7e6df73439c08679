#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "models/observed_past/observed_past.hpp"
#include "models/world/observed_days.hpp"
#include "models/world/world.hpp"

/// \file models/observed_past/observed_past_process.hpp
/// The rule: observed events happen on their days (models/observed_past/README.md).

namespace models {

/// The days on which violence is observed; none if there are no observations.
[[nodiscard]] ObservedDays observed_days(ObservedPast const* past, sim::Date first_day);

/// Lets the observed events of a day happen, in the order of the file.
class ObservedPastProcess {
  public:
    /// \pre Events are ordered by day, and every cell, place and actor is one of the world's.
    explicit ObservedPastProcess(std::shared_ptr<ObservedPast const> past);

    /// One day.
    void operator()(World& world) const;

  private:
    void enter(World& world, PastEvent const& past) const;

    std::shared_ptr<ObservedPast const> past_;
};

/// Observed deaths for whom nobody was found near the event, by side [people]: they are counted
/// among the dead, and no unit or household lost anybody. By what the other counts leave:
/// fighters: units + captives + deaths + disbanded - raised; civilians: people + deaths - people of
/// the first day. 0 in a run without observed events.
[[nodiscard]] std::array<std::uint64_t, side_count> unplaced_deaths(World const& world);

}  // namespace models
