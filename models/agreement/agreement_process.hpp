#pragma once

#include "models/agreement/agreement_params.hpp"
#include "models/world/world.hpp"

/// \file models/agreement/agreement_process.hpp
/// The rule that keeps or breaks the agreements of the day.

namespace models {

/// Whether any peacekeepers are there to watch agreements.
[[nodiscard]] bool has_monitors(ActorStore const& actors) noexcept;

/// Attacks between the parties of an agreement in a log of events, on days on which it was in
/// force. That a place changed hands is not an attack of its own.
[[nodiscard]] std::uint32_t violations_in(EventLog const& events, AgreementStore const& agreements,
                                          AgreementId agreement) noexcept;

/// Counts violations, lets accords be implemented, draws collapses, and sets the compliance of
/// every pair that ever agreed on anything. Keeps no state.
///
/// Runs after the timeline and before the attacks: world.events still holds yesterday's events.
class AgreementProcess {
  public:
    /// \pre  violation_memory_days > 0 and implementation_days > 0
    explicit AgreementProcess(AgreementParams const& params);

    /// One day.
    void operator()(World& world) const;

  private:
    AgreementParams params_;
};

}  // namespace models
