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

inline constexpr sim::Purpose abduction{70};      // entity: actor
inline constexpr sim::Purpose retreat{71};        // entity: place
inline constexpr sim::Purpose pact{72};           // entity: place
inline constexpr sim::Purpose protest{73};        // entity: place
inline constexpr sim::Purpose sanctuary{74};      // entity: unit
inline constexpr sim::Purpose revenge{60};        // entity: pair of communities
inline constexpr sim::Purpose dispute{61};        // entity: none; draws run over the day's disputes
inline constexpr sim::Purpose device_laying{62};  // entity: actor
inline constexpr sim::Purpose device_fate{63};    // entity: device
inline constexpr sim::Purpose capture{64};        // entity: unit
inline constexpr sim::Purpose captives{65};       // entity: group of captives
inline constexpr sim::Purpose informers{66};      // entity: actor
inline constexpr sim::Purpose hostage_siege{67};  // entity: actor

// Numbers from 80 on: agreements, politics and peacekeeping.
inline constexpr sim::Purpose zone_leave{80};    // entity: unit
inline constexpr sim::Purpose zone_defy{81};     // entity: unit
inline constexpr sim::Purpose talks_begin{82};   // entity: pair of actors
inline constexpr sim::Purpose talks_round{83};   // entity: pair of actors
inline constexpr sim::Purpose alignment{84};     // entity: pair of actors
inline constexpr sim::Purpose faction{85};       // entity: actor
inline constexpr sim::Purpose merger{86};        // entity: pair of actors
inline constexpr sim::Purpose coup{87};          // entity: actor
inline constexpr sim::Purpose demobilised{88};   // entity: unit, or unit with the highest bit set
inline constexpr sim::Purpose joint_patrol{89};  // entity: pair of actors

// Numbers from 90 on: reporting. Entity: event of the day.
inline constexpr sim::Purpose news{90};          // what goes around about it
inline constexpr sim::Purpose report_acled{91};  // where, and whether twice
inline constexpr sim::Purpose report_ucdp{92};   // where, and whose dead
inline constexpr sim::Purpose report_again{93};  // the same event written down once more

// Numbers from 40 to 44: the rule set of models/flee. Entity: agent, unless stated otherwise.
inline constexpr sim::Purpose flee_spawn{40};   // where it flees from, and how long it stays
inline constexpr sim::Purpose flee_rewait{41};  // how long it stays, when the chance has changed
inline constexpr sim::Purpose flee_depart{
    42};  // leaves in the morning: route, or how long it stays
inline constexpr sim::Purpose flee_arrive{43};   // whether it goes on, routes, how long it stays
inline constexpr sim::Purpose flee_numbers{44};  // entity: place; how many flee from it

// Numbers from 100 to 109: reference forecasts of models/scoring. Entity: unit; day: month of
// VIEWS.
inline constexpr sim::Purpose reference_poisson{100};    // draws run over the ensemble
inline constexpr sim::Purpose reference_bootstrap{101};  // draws run over the ensemble

}  // namespace models::purpose
