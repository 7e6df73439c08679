#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"

/// \file models/world/actor_store.hpp
/// The organised parties of the conflict, and how they stand to each other.

namespace models {

/// Actors, one column per attribute; shape (actors). Rows are only appended.
struct ActorStore {
    // Constant during a run.
    std::vector<std::string> key;            ///< Unique name used in tables, e.g. MNLA.
    std::vector<std::string> name;           ///< Name for people.
    std::vector<ActorClass> actor_class;     ///< What kind of organisation it is.
    std::vector<std::uint8_t> acled_code;    ///< ACLED inter code, 1 to 8.
    std::vector<std::uint8_t> has_aircraft;  ///< 1 if it can strike from the air.
    std::vector<double> restraint;           ///< Spares civilians, 0 (never) to 1 (always).
    std::vector<double> quality;  ///< Fighting strength of one fighter relative to that of
                                  ///< a rebel, > 0.
    std::vector<Family> family;   ///< What it fights for, in a word.
    std::vector<std::optional<Community>> community;  ///< The community it comes from, if one.

    // State.
    std::vector<std::uint8_t> active;     ///< 1 while the actor exists.
    std::vector<double> target_strength;  ///< Fighters it is meant to have [people], >= 0.
    std::vector<double> tempo;            ///< Multiplier of its attack intensity, >= 0; 1 = usual.
    std::vector<double> cohesion;         ///< Share of its strength that fights, 0 to 1.
    std::vector<std::uint8_t> lies_low;   ///< 1 while it disperses and hides.
    std::vector<double> funds;            ///< Money it can spend [USD], >= 0.
    std::vector<double> arms;             ///< Weapons of war in its hands [weapons], >= 0.
    std::vector<double> armament;         ///< Strength left by missing weapons, 0 to 1.

    [[nodiscard]] std::size_t size() const noexcept { return key.size(); }
    /// Fighting strength of one fighter today [rebels], >= 0.
    [[nodiscard]] double strength_per_fighter(ActorId actor) const noexcept {
        return quality[actor.row] * cohesion[actor.row] * armament[actor.row];
    }
    [[nodiscard]] Side side(ActorId actor) const noexcept {
        return side_of(actor_class[actor.row]);
    }
};

/// A symmetric table of every pair of actors.
template <class Value>
class PairTable {
  public:
    PairTable() = default;
    PairTable(std::size_t actors, Value value) : actors_(actors), cells_(actors * actors, value) {}

    [[nodiscard]] Value at(ActorId a, ActorId b) const noexcept {
        return cells_[a.row * actors_ + b.row];
    }
    void set(ActorId a, ActorId b, Value value) noexcept {
        cells_[a.row * actors_ + b.row] = value;
        cells_[b.row * actors_ + a.row] = value;
    }
    [[nodiscard]] std::size_t actors() const noexcept { return actors_; }

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(actors_, cells_);
    }

  private:
    std::size_t actors_ = 0;
    std::vector<Value> cells_;
};

/// A number for a pair of actors, in either order; addresses the draws that are about the pair.
[[nodiscard]] inline std::uint32_t pair_number(ActorStore const& actors, ActorId a,
                                               ActorId b) noexcept {
    auto const low = a.row < b.row ? a.row : b.row;
    auto const high = a.row < b.row ? b.row : a.row;
    return low * static_cast<std::uint32_t>(actors.size()) + high;
}

/// Where each actor wants its fighters: weight per actor and place, shape (actors, places).
///
/// Weights are shares only after division by their sum; an actor whose weights are all zero keeps
/// its units where they are.
class Deployment {
  public:
    Deployment() = default;
    Deployment(std::size_t actors, std::size_t places)
        : places_(places), weights_(actors * places, 0.0) {}

    [[nodiscard]] std::span<double> of(ActorId actor) noexcept {
        return std::span{weights_}.subspan(actor.row * places_, places_);
    }
    [[nodiscard]] std::span<double const> of(ActorId actor) const noexcept {
        return std::span{weights_}.subspan(actor.row * places_, places_);
    }

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(places_, weights_);
    }

  private:
    std::size_t places_ = 0;
    std::vector<double> weights_;
};

}  // namespace models
