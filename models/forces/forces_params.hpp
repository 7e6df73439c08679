#pragma once

#include <cstdint>

#include "models/world/kinds.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/forces/forces_params.hpp
/// How fast forces grow and shrink, and the size of their units.

namespace models {

/// Parameters of the forces. Checked against the stated ranges when the scenario is read.
struct ForcesParams {
    /// Time in which a regular force raises its whole strength [day], >= 1. Our assumption F1.
    double arrival_days = 0.0;
    /// Mean time until an irregular force replaces a fighter, or lets go of one too many [day], >
    /// 0. Our assumption F2.
    double replacement_days = 0.0;
    /// Fighters of a new unit [people], 1 to 1000, by class of actor. Our assumption F3.
    std::uint16_t state_unit = 0;
    std::uint16_t external_unit = 0;
    std::uint16_t peacekeeper_unit = 0;
    std::uint16_t rebel_unit = 0;    ///< Rebels and their coalitions.
    std::uint16_t militia_unit = 0;  ///< Every other armed class.
};

/// Fighters of a new unit of a class [people].
[[nodiscard]] std::uint16_t unit_size(ForcesParams const& params, ActorClass actor_class) noexcept;

/// Whether an actor's strength is decided by a government: it arrives and leaves as scheduled, and
/// only goes where no enemy rules.
[[nodiscard]] bool is_regular(ActorClass actor_class) noexcept;

/// Read the section `[forces]`; every key must be there. The caller finishes the table.
/// \throws InputError with file, line and key.
[[nodiscard]] ForcesParams read_forces_params(sim::TomlTable const& table);

}  // namespace models
