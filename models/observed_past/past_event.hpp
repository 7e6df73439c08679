#pragma once

#include <optional>

#include "models/observed/acled_event.hpp"
#include "models/observed/ucdp_event.hpp"
#include "models/observed_past/party_names.hpp"

/// \file models/observed_past/past_event.hpp
/// What an observed event is in the model's terms. When and where is for the caller to set.

namespace models {

/// Kind, parties and deaths of an event of ACLED's; nothing if it is neither violence nor a
/// protest. How ACLED's one count is divided: models/observed_past/README.md.
[[nodiscard]] std::optional<PastEvent> past_event(AcledEvent const& event, PartyNames const& names);

/// Kind, parties and deaths of an event of UCDP's, by its best estimate.
[[nodiscard]] PastEvent past_event(UcdpEvent const& event, PartyNames const& names);

}  // namespace models
