#pragma once

#include <cstdint>

#include "models/observed_past/observed_past.hpp"
#include "models/world/world.hpp"

/// \file models/observed_past/party_today.hpp
/// Who the parties of an observed event are in the world as it is, and whose dead they lose.

namespace models {

/// A party of an event, found in the world.
struct PartyToday {
    ActorId actor = no_actor;    ///< no_actor: civilians, or nobody of the kind is there.
    Side side = Side::civilian;  ///< On which its dead are counted.
};

/// The actor of a party: the named one if it exists today; else, of those of its kind, first one
/// hostile to the opponent (to a state, if that is civilians or not known), then the one with most
/// fighters within reach, then with most at all; the lower row if equal. Our assumption OP3.
///
/// Those of its kind have its ACLED code; of an unidentified group, or if nobody with that code has
/// fighters, they are of its side. A militia of a community is no other community's.
[[nodiscard]] PartyToday party_today(World const& world, ObservedParty const& party,
                                     ActorId opponent, sim::CellId cell, double reach_km);

/// Fighters of a party die near a cell: those of its actor, the nearest unit first, then those of
/// its allies of the same side. Units in a cantonment or abroad are not there.
/// \return How many were found, at most \p count [people].
std::uint32_t lose_fighters_near(World& world, PartyToday const& party, sim::CellId cell,
                                 double reach_km, std::uint32_t count);

}  // namespace models
