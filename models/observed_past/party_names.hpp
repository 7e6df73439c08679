#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/observed_past/observed_past.hpp"

/// \file models/observed_past/party_names.hpp
/// Whom the names of ACLED's and UCDP's files mean.

namespace models {

/// An actor of the scenario; row i is actor i.
struct NamedActor {
    std::string key;
    std::string name;
};

/// Names of parties. Capitals, accents, blanks and marks do not count (folded_name()).
class PartyNames {
  public:
    /// \param country  The simulated country: its military, police and government are \p state.
    PartyNames(std::vector<NamedActor> const& actors, std::string_view country, ActorId state);

    /// Another name of an actor. \return False if it means another one already.
    bool add(std::string_view name, ActorId actor);

    /// The actor whose key, name or other name it is: as a whole, before a colon ("AQIM: Al
    /// Qaeda ..."), or before brackets ("Ansar Dine (Mali)"); no_actor if none.
    [[nodiscard]] ActorId find(std::string_view name) const;

    /// A party of ACLED's. \param associate  Beside it: "Fulani Ethnic Group (Mali)".
    [[nodiscard]] ObservedParty party(std::string_view name, std::string_view associate,
                                      InterCode kind) const;

    /// A party of UCDP's, which has no codes: a government, civilians, or an armed group.
    [[nodiscard]] ObservedParty ucdp_party(std::string_view name) const;

  private:
    std::map<std::string, ActorId, std::less<>> actors_;
    std::string country_;
    ActorId state_;
};

/// The first community whose name, as ACLED or UCDP writes it, is in a text; nothing if none is.
[[nodiscard]] std::optional<Community> community_in(std::string_view text);

}  // namespace models
