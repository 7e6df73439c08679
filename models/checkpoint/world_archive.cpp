#include "models/checkpoint/world_archive.hpp"

namespace models {

std::string world_bytes(World const& world) {
    return bytes_of(world);
}

void restore_world(World& world, std::string const& bytes) {
    from_bytes(bytes, world);
}

}  // namespace models
