#include "models/forces/forces_params.hpp"

namespace models {

std::uint16_t unit_size(ForcesParams const& params, ActorClass actor_class) noexcept {
    switch (actor_class) {
        case ActorClass::state:
            return params.state_unit;
        case ActorClass::external:
            return params.external_unit;
        case ActorClass::peacekeeper:
            return params.peacekeeper_unit;
        case ActorClass::rebel:
        case ActorClass::rebel_coalition:
            return params.rebel_unit;
        default:
            return params.militia_unit;
    }
}

bool is_regular(ActorClass actor_class) noexcept {
    return actor_class == ActorClass::state || actor_class == ActorClass::external ||
           actor_class == ActorClass::peacekeeper;
}

ForcesParams read_forces_params(sim::TomlTable const& table) {
    auto const unit = [&](std::string_view key) {
        return static_cast<std::uint16_t>(
            table.integer(key, {.minimum = 1, .maximum = 1000, .unit = "people"}));
    };
    ForcesParams params;
    params.arrival_days = table.number("arrival_days", {.minimum = 1.0, .unit = "day"});
    params.replacement_days =
        table.number("replacement_days", {.minimum = 0.0, .unit = "day", .minimum_excluded = true});
    params.state_unit = unit("state_unit");
    params.external_unit = unit("external_unit");
    params.peacekeeper_unit = unit("peacekeeper_unit");
    params.rebel_unit = unit("rebel_unit");
    params.militia_unit = unit("militia_unit");
    return params;
}

}  // namespace models
