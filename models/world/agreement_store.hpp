#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/agreement_store.hpp
/// Ceasefires and accords between pairs of actors.

namespace models {

/// Where an agreement is in its life.
enum class AgreementState : std::uint8_t {
    in_force,    ///< It binds its parties.
    collapsed,   ///< Broken; fighting between the parties is as if it had never been.
    superseded,  ///< A later agreement of the same parties took its place.
    lapsed,      ///< One of the parties is no more.
};
inline constexpr std::array<std::string_view, 4> agreement_state_names{"in_force", "collapsed",
                                                                       "superseded", "lapsed"};

/// Agreements, one column per attribute; shape (agreements). One row per pair of parties, so a
/// treaty of three parties has three rows. At most one agreement of a pair is in force, and it is
/// the pair's last row. Rows are only appended.
struct AgreementStore {
    std::vector<std::string> key;               ///< Id of the timeline row that began it.
    std::vector<AgreementKind> kind;            ///< How binding it is.
    std::vector<ActorId> a, b;                  ///< The two parties.
    std::vector<sim::Day> begins;               ///< Day it came into force.
    std::vector<sim::Day> ends;                 ///< Day it stopped being in force; else `never`.
    std::vector<AgreementState> state;          ///< Where it is now.
    std::vector<std::uint32_t> violations;      ///< Attacks between the parties so far [events].
    std::vector<double> recent_violations;      ///< The same, fading with time [events], >= 0.
    std::vector<double> implementation;         ///< Share of its provisions done, 0 to 1.
    std::vector<std::uint8_t> cannot_collapse;  ///< 1 if the scenario says that it holds.

    [[nodiscard]] std::size_t size() const noexcept { return key.size(); }
};

/// What two actors agree on.
struct AgreementTerms {
    std::string key = {};                           ///< Id of the timeline row.
    AgreementKind kind = AgreementKind::cessation;  ///< How binding it is.
    ActorId a = no_actor;                           ///< One party.
    ActorId b = no_actor;                           ///< The other.
    bool cannot_collapse = false;                   ///< The scenario says that it holds.
};

/// The agreement that binds two actors today, or no_agreement.
[[nodiscard]] AgreementId agreement_between(AgreementStore const& agreements, ActorId a,
                                            ActorId b) noexcept;

/// Two actors come to an agreement. It takes the place of the one they had, and goes on with what
/// was implemented of one of its kind; but one that binds more stays in force, and is confirmed.
/// \pre    Both parties are actors and differ.
/// \return  The agreement that now binds them.
AgreementId begin_agreement(AgreementStore& agreements, AgreementTerms terms, sim::Day today);

/// An agreement stops being in force. \pre It is in force, and \p state is another state.
void end_agreement(AgreementStore& agreements, AgreementId agreement, AgreementState state,
                   sim::Day today);

/// Every agreement in force of an actor that is no more lapses.
void lapse_agreements_of(AgreementStore& agreements, ActorId actor, sim::Day today);

}  // namespace models
