#pragma once

#include <string>

#include "models/facts/fact_context.hpp"

/// \file models/facts/lethality.hpp
/// Deaths by kind of event, and what kinds there are.

namespace models {

/// The part of a key that names a sub-event: its name folded, such as "armedclash".
[[nodiscard]] std::string sub_event_key(AcledSubEvent sub_event);

/// Whether the first actor is not known by name: it begins with "Unidentified", as ACLED has it.
[[nodiscard]] bool is_unidentified(ObservedEvent const& event);

/// For each sub-event of political violence lethality_mean_KEY [deaths/event] and
/// lethality_fatal_share_KEY, P(deaths > 0), with sub_event_key(). Meaningless for UCDP's events.
[[nodiscard]] FactReport lethality_facts(ObservedEvents events);

/// Kinds of events: one_sided_events_YEAR and one_sided_deaths_YEAR, the share of violence against
/// civilians; interaction_NN, the share of each pair of ACLED's codes 1 to 8 (the lower one first,
/// 0 for no second actor); unidentified_share; events_YEAR and deaths_YEAR. Years: full_years().
[[nodiscard]] FactReport kind_facts(ObservedEvents events, FactContext const& context);

}  // namespace models
