#include "models/joint_patrol/joint_patrol_params.hpp"

namespace models {

JointPatrolParams read_joint_patrol_params(sim::TomlTable const& table) {
    JointPatrolParams params;
    params.half_threat =
        table.number("half_threat", {.minimum = 0.0, .unit = "events", .minimum_excluded = true});
    params.effect = table.number("effect", {.minimum = 0.0, .maximum = 1.0});
    return params;
}

}  // namespace models
