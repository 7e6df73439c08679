#pragma once

#include <cstdint>
#include <vector>

#include "models/world/hostage_store.hpp"
#include "models/world/ids.hpp"

/// \file models/world/war_economy.hpp
/// What armed groups live from, beside their funds and arms (ActorStore).

namespace models {

struct World;

/// Where money and arms came from and went, summed since the first day. The arms in the hands of
/// all actors are what came in less what went out, and so is the money.
struct MeansLedger {
    double arms_brought = 0.0;   ///< By groups when they appeared [weapons].
    double arms_inflow = 0.0;    ///< Smuggled in [weapons].
    double arms_bought = 0.0;    ///< Bought [weapons].
    double arms_captured = 0.0;  ///< Taken from forces with a supply of their own [weapons].
    double arms_lost = 0.0;      ///< Lost to such forces [weapons].
    double arms_used = 0.0;      ///< Worn out or destroyed [weapons].
    double arms_given_up = 0.0;  ///< Of groups that are no more [weapons].

    double money_brought = 0.0;     ///< By groups when they appeared [USD].
    double money_earned = 0.0;      ///< From routes, sponsors and ransoms [USD].
    double money_spent = 0.0;       ///< On pay and arms [USD].
    double money_given_up = 0.0;    ///< Of groups that are no more [USD].
    double money_sanctioned = 0.0;  ///< Income that sanctions kept away [USD]; in no balance.

    /// Weapons that all actors should have together [weapons].
    [[nodiscard]] double arms() const noexcept {
        return arms_brought + arms_inflow + arms_bought + arms_captured - arms_lost - arms_used -
               arms_given_up;
    }
    /// Money that all actors should have together [USD].
    [[nodiscard]] double money() const noexcept {
        return money_brought + money_earned - money_spent - money_given_up;
    }
};

/// Livelihood of the armed groups; shape (actors), or empty if no rule keeps it.
struct WarEconomy {
    std::vector<std::uint8_t> equipped;  ///< 1 once the group has brought its first arms and funds.
    std::vector<double> paid;            ///< Share of their pay that its fighters got, 0 to 1.
    std::vector<double> on_payroll;      ///< Fighters who had been paid for joining [people].
    HostageStore hostages;
    MeansLedger ledger;

    /// Share of their pay that the fighters of an actor got on the last day; 1 if nobody pays.
    [[nodiscard]] double paid_share(ActorId actor) const noexcept {
        return actor.row < paid.size() ? paid[actor.row] : 1.0;
    }
};

/// A share of the funds and arms of an actor becomes another's; with all of them its hostages, too.
/// \param share  0 to 1.
void move_means(World& world, ActorId from, ActorId to, double share);

/// An actor is no more: its funds and arms are out of the war, its hostages free.
void give_up_means(World& world, ActorId actor);

}  // namespace models
