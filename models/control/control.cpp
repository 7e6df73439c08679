#include "models/control/control.hpp"

#include "models/control/capture.hpp"

namespace models {
namespace {

// A smaller change of the armed groups' share in a day frightens nobody.
constexpr float noticed_change = 1e-3F;

}  // namespace

float armed_groups_share(std::span<float const> share,
                         std::span<std::uint8_t const> is_armed_group) noexcept {
    float sum = 0.0F;
    for (std::size_t a = 0; a < share.size(); ++a) {
        if (is_armed_group[a]) sum += share[a];
    }
    return sum;
}

ControlProcess::ControlProcess(ControlParams const& params, World const& world)
    : params_(params),
      presence_(world.map->cells.population.size(), world.actors.size()),
      is_armed_group_(world.actors.size()) {
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        is_armed_group_[a] = world.actors.side(ActorId{a}) == Side::militant;
    }
}

void ControlProcess::operator()(World& world) {
    world.cells.takeover.prune(world.today);
    presence_.rebuild(world, params_);
    for (sim::CellId const cell : presence_.cells()) {
        auto const share = world.cells.control_of(cell, world.actors.size());
        float const before = armed_groups_share(share, is_armed_group_);
        follow_presence(presence_.of(cell), params_, share);
        float const change = armed_groups_share(share, is_armed_group_) - before;
        if (change > noticed_change) {
            world.cells.takeover.add(cell.row, params_.takeover_shock * change, world.today);
        } else if (-change > noticed_change) {
            world.cells.takeover.add(cell.row, params_.return_shock * -change, world.today);
        }
    }
    change_hands(world, params_);
}

}  // namespace models
