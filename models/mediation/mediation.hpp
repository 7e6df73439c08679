#pragma once

#include "models/mediation/mediation_params.hpp"
#include "models/world/world.hpp"

/// \file models/mediation/mediation.hpp
/// Enemies that tire of fighting talk, and sometimes agree.

namespace models {

/// Let deaths between each pair fade by a day, and add those of the log.
void remember_mutual_deaths(World& world, double memory_days);

/// How tired a pair is of fighting each other, 0 to 1: d / (d + half_deaths), d its mutual deaths
/// of late.
[[nodiscard]] double fatigue(World const& world, MediationParams const& params, ActorId a,
                             ActorId b) noexcept;

/// How far a pair is ready to agree, 0 to 1: the legitimacy of a state among them, times
/// `jihadist_will` if one of them fights for religion.
[[nodiscard]] double readiness(World const& world, MediationParams const& params, ActorId a,
                               ActorId b) noexcept;

/// What a pair would agree on next. The first time a bare cessation; after an agreement that held,
/// the next more binding kind; one that did not hold is renewed.
[[nodiscard]] AgreementKind next_kind(AgreementStore const& agreements, ActorId a, ActorId b,
                                      double held_days);

/// Talks of the day: those of measures and those that began by themselves. Nothing happens between
/// parties that an agreement binds already. Runs before the agreements of the day, on yesterday's
/// log.
class MediationProcess {
  public:
    explicit MediationProcess(MediationParams const& params);

    void operator()(World& world) const;

  private:
    [[nodiscard]] bool may_talk(World const& world, ActorId a, ActorId b) const noexcept;
    void begin_talks(World& world) const;
    /// One day of talks. \return Whether they are over.
    bool talk(World& world, ActorId a, ActorId b, double skill) const;

    MediationParams params_;
};

}  // namespace models
