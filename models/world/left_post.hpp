#pragma once

#include "models/world/ids.hpp"

/// \file models/world/left_post.hpp
/// Posts that a state has given up of itself.

namespace models {

/// A post that its force left because holding it cost more than it was worth.
struct LeftPost {
    ActorId actor;        ///< Who left it.
    PlaceId place;        ///< Where.
    double weight = 0.0;  ///< What it weighed in its deployment; so it comes back.
};

}  // namespace models
