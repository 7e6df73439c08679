#include "models/world/captive_store.hpp"

namespace models {

std::array<std::uint64_t, side_count> count_captives(CaptiveStore const& captives,
                                                     ActorStore const& actors) {
    std::array<std::uint64_t, side_count> count{};
    for (std::size_t i = 0; i < captives.size(); ++i) {
        count[static_cast<std::size_t>(actors.side(captives.fought_for[i]))] += captives.people[i];
    }
    return count;
}

}  // namespace models
