#pragma once

#include "sim/random/stream.hpp"

/// \file models/purposes.hpp
/// Every random decision in the model, numbered once. Append only: a renumbering changes results.

namespace models::purpose {

inline constexpr sim::Purpose household_size{1};      // entity: stratum
inline constexpr sim::Purpose agreement_collapse{2};  // entity: pair of actors
inline constexpr sim::Purpose reinforcement{4};       // entity: actor
inline constexpr sim::Purpose redeployment{5};        // entity: unit
inline constexpr sim::Purpose patrol{6};              // entity: unit
inline constexpr sim::Purpose attack{7};              // entity: unit
inline constexpr sim::Purpose fatalities{8};          // entity: unit, draws run over its attacks
inline constexpr sim::Purpose rout{9};                // entity: place
inline constexpr sim::Purpose civilian_victim{10};    // entity: event of the day
inline constexpr sim::Purpose departure{11};          // entity: stratum
inline constexpr sim::Purpose destination{12};        // entity: household
inline constexpr sim::Purpose return_home{13};        // entity: household
inline constexpr sim::Purpose split{14};              // entity: unit
inline constexpr sim::Purpose neglect{15};            // entity: place
inline constexpr sim::Purpose border_news{16};        // entity: household

inline constexpr sim::Purpose abduction{70};  // entity: actor
inline constexpr sim::Purpose retreat{71};    // entity: place
inline constexpr sim::Purpose pact{72};       // entity: place
inline constexpr sim::Purpose protest{73};    // entity: place

// Numbers from 40 on: the rule set of models/flee. Entity: agent, unless stated otherwise.
inline constexpr sim::Purpose flee_spawn{40};   // where it flees from, and how long it stays
inline constexpr sim::Purpose flee_rewait{41};  // how long it stays, when the chance has changed
inline constexpr sim::Purpose flee_depart{
    42};  // leaves in the morning: route, or how long it stays
inline constexpr sim::Purpose flee_arrive{43};   // whether it goes on, routes, how long it stays
inline constexpr sim::Purpose flee_numbers{44};  // entity: place; how many flee from it

}  // namespace models::purpose
