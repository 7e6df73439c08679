#pragma once

#include <cstdint>
#include <vector>

#include "models/control/control_params.hpp"
#include "models/control/presence.hpp"
#include "models/world/world.hpp"

/// \file models/control/control.hpp
/// Control of cells and places as a process of the day.

namespace models {

/// Shares of control follow presence; places change hands; both frighten those who live there.
class ControlProcess {
  public:
    ControlProcess(ControlParams const& params, World const& world);

    void operator()(World& world);

  private:
    ControlParams params_;
    PresenceField presence_;
    std::vector<std::uint8_t> is_armed_group_;  // shape (actors)
};

/// Share of a cell that armed groups control, 0 to 1.
/// \param is_armed_group  1 for each actor that is one, shape (actors).
[[nodiscard]] float armed_groups_share(std::span<float const> share,
                                       std::span<std::uint8_t const> is_armed_group) noexcept;

}  // namespace models
