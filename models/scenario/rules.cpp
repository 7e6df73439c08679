#include "models/scenario/rules.hpp"

#include <string_view>

namespace models {
namespace {

/// Read a section if it is there.
template <class Read>
auto section(sim::TomlTable const& root, std::string_view key, Read const& read)
    -> std::optional<decltype(read(root))> {
    auto const table = root.table_if(key);
    if (!table) return std::nullopt;
    return read(*table);
}

}  // namespace

Rules read_rules(sim::TomlTable const& root) {
    return {
        .timeline = section(root, "timeline", read_timeline_params),
        .seasons = section(root, "seasons", read_seasons_params),
        .economy = section(root, "economy", read_economy_params),
        .recruitment = section(root, "recruitment", read_recruitment_params),
        .forces = section(root, "forces", read_forces_params),
        .agreement = section(root, "agreement", read_agreement_params),
        .retreat = section(root, "retreat", read_retreat_params),
        .movement = section(root, "movement", read_movement_params),
        .attack = section(root, "attack", read_attack_params),
        .protest = section(root, "protest", read_protest_params),
        .aftermath = section(root, "aftermath", read_aftermath_params),
        .control = section(root, "control", read_control_params),
        .pacts = section(root, "pacts", read_pacts_params),
        .conflict_table = section(root, "conflict_table", read_conflict_table_params),
        .displacement = section(root, "displacement", read_displacement_params),
    };
}

}  // namespace models
