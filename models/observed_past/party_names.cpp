#include "models/observed_past/party_names.hpp"

#include <array>
#include <utility>

#include "models/observed/observed_event.hpp"

namespace models {
namespace {

// Spellings of the two projects, folded.
constexpr std::array<std::pair<std::string_view, Community>, 11> community_words{{
    {"tuareg", Community::tuareg},
    {"touareg", Community::tuareg},
    {"songhai", Community::songhai},
    {"songhay", Community::songhai},
    {"sonrai", Community::songhai},
    {"fulani", Community::fulani},
    {"peul", Community::fulani},
    {"dogon", Community::dogon},
    {"bambara", Community::bambara},
    {"bamana", Community::bambara},
    {"arab", Community::arab},
}};

constexpr std::array<std::string_view, 3> arms_of_a_state{"militaryforcesof", "policeforcesof",
                                                          "governmentof"};

/// The country of "Military Forces of Mali (2012-2013)", folded; empty for other names.
std::string country_of_force(std::string_view name) {
    auto const folded = folded_name(name.substr(0, name.find('(')));
    for (auto const prefix : arms_of_a_state) {
        if (folded.starts_with(prefix)) return folded.substr(prefix.size());
    }
    return {};
}

}  // namespace

std::optional<Community> community_in(std::string_view text) {
    auto const folded = folded_name(text);
    for (auto const& [word, community] : community_words) {
        if (folded.find(word) != std::string::npos) return community;
    }
    return std::nullopt;
}

PartyNames::PartyNames(std::vector<NamedActor> const& actors, std::string_view country,
                       ActorId state)
    : country_{folded_name(country)}, state_{state} {
    for (std::uint32_t row = 0; row < actors.size(); ++row) {
        actors_.try_emplace(folded_name(actors[row].key), ActorId{row});
    }
    for (std::uint32_t row = 0; row < actors.size(); ++row) {
        actors_.try_emplace(folded_name(actors[row].name), ActorId{row});
    }
}

bool PartyNames::add(std::string_view name, ActorId actor) {
    return actors_.try_emplace(folded_name(name), actor).first->second == actor;
}

ActorId PartyNames::find(std::string_view name) const {
    for (auto const part : {name, name.substr(0, name.find(':')), name.substr(0, name.find('('))}) {
        auto const folded = folded_name(part);
        auto const found = actors_.find(folded);
        if (!folded.empty() && found != actors_.end()) return found->second;
    }
    return !country_.empty() && country_of_force(name) == country_ ? state_ : no_actor;
}

ObservedParty PartyNames::party(std::string_view name, std::string_view associate,
                                InterCode kind) const {
    ObservedParty party{.kind = kind};
    bool const is_crowd = kind == InterCode::none || kind == InterCode::civilians ||
                          kind == InterCode::protesters || kind == InterCode::rioters;
    if (!is_crowd) party.actor = find(name);
    party.is_unidentified = folded_name(name).starts_with("unidentified");
    party.community = community_in(name);
    if (!party.community) party.community = community_in(associate);
    return party;
}

ObservedParty PartyNames::ucdp_party(std::string_view name) const {
    ObservedParty party;
    if (folded_name(name).starts_with("civilians")) {
        party.kind = InterCode::civilians;
        return party;
    }
    party.actor = find(name);
    party.community = community_in(name);
    auto const country = country_of_force(name);
    if (!country.empty()) {
        party.kind = country == country_ ? InterCode::state_forces : InterCode::external_forces;
        return party;
    }
    party.kind = party.community ? InterCode::identity_militia : InterCode::rebel_group;
    party.is_unidentified = party.actor == no_actor && !party.community;
    return party;
}

}  // namespace models
