#pragma once

#include <optional>

#include "sim/base/ids.hpp"

/// \file models/world/observed_days.hpp
/// The days on which violence is given and not generated.

namespace models {

/// From the first day to one that is included; by default none. Rules that generate violence are
/// silent on them (models/observed_past).
class ObservedDays {
  public:
    ObservedDays() = default;
    explicit ObservedDays(sim::Day until) : until_{until} {}

    [[nodiscard]] bool holds(sim::Day day) const noexcept { return until_ && day <= *until_; }

  private:
    std::optional<sim::Day> until_;
};

}  // namespace models
