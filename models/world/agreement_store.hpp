#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/agreement_store.hpp
/// Ceasefires and accords between pairs of actors.

namespace models {

/// Where an agreement is in its life.
enum class AgreementState : std::uint8_t { in_force, suspended, collapsed, superseded };

/// Agreements, one column per attribute; shape (agreements). One row per pair of parties, so a
/// treaty of three parties has three rows with the same key. Rows are only appended.
struct AgreementStore {
    std::vector<std::string> key;           ///< Name of the treaty, as in the timeline.
    std::vector<AgreementKind> kind;        ///< How binding it is.
    std::vector<ActorId> a, b;              ///< The two parties.
    std::vector<sim::Day> begins;           ///< Day it came into force.
    std::vector<sim::Day> ends;             ///< Day it collapsed, or was superseded; else never.
    std::vector<AgreementState> state;      ///< Where it is now.
    std::vector<std::uint32_t> violations;  ///< Attacks between the parties so far [events].
    std::vector<double> implementation;     ///< Share of its provisions done, 0 to 1.
    std::vector<std::uint8_t> cannot_collapse;  ///< 1 if the scenario says that it holds.

    [[nodiscard]] std::size_t size() const noexcept { return key.size(); }
};

}  // namespace models
