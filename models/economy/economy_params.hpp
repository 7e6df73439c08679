#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/world/kinds.hpp"
#include "sim/base/calendar.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/economy/economy_params.hpp
/// What armed groups earn, pay and fight with. models/economy/README.md has the formulas.

namespace models {

/// A number for each family of armed groups.
using PerFamily = std::array<double, family_names.size()>;

/// Daily income of whoever controls a place through which goods are smuggled.
struct RouteIncome {
    std::string place;  ///< Key of the place.
    double usd = 0.0;   ///< [USD/day], >= 0.
};

/// Parameters of the economy. Checked when the scenario is read.
struct EconomyParams {
    // Money.
    PerFamily pay{};       ///< Pay of a fighter [USD/day], >= 0.
    PerFamily sponsors{};  ///< What a family gets from outside [USD/day], >= 0.
    std::vector<RouteIncome> routes;
    double first_pay_days = 0.0;    ///< Funds of a group that appears [days of pay], >= 0.
    double joining_pay_days = 0.0;  ///< What who joins gets at once [days of pay], >= 0.
    double sanctions_share = 0.0;   ///< Income lost to sanctions that state no share [1], 0 to 1.

    // Arms.
    double need = 1.0;            ///< Weapons of a well armed fighter [weapons], > 0.
    double first_arms = 0.0;      ///< Weapons that a fighter of a new group brings, >= 0.
    double least_armament = 0.0;  ///< Strength left to a group without weapons [1], 0 to 1.
    double inflow = 0.0;          ///< Smuggled in, all together [weapons/day], >= 0,
    sim::Date inflow_until{};     ///< up to the day before this one,
    std::array<bool, family_names.size()> inflow_to{};  ///< to groups of these families.
    double use = 0.0;             ///< Worn out in an own attack [weapons/event], >= 0.
    double capture_share = 0.0;   ///< Of the weapons of the losers' dead, 0 to 1.
    double depot = 0.0;           ///< Weapons found in a place that is taken [weapons], >= 0.
    double price = 1.0;           ///< Of a weapon [USD], > 0.
    double reserve_days = 0.0;    ///< Funds kept back when buying [days of pay], >= 0.
    double purchase_share = 0.0;  ///< Most of the rest that goes into arms [1/day], 0 to 1.

    // Kidnapping.
    double kidnap_rate = 0.0;      ///< Abductions by an actor where the state has no hold
                                   ///< [1/year], >= 0.
    double foreigner_share = 0.0;  ///< Share of them that take a foreigner, 0 to 1.
    double ransom_share = 0.0;     ///< Share of foreigners for whom ransom is paid, 0 to 1.
    double ransom_low = 0.0;       ///< Ransom of a foreigner, at the least [USD], >= 0,
    double ransom_high = 0.0;      ///< and at the most [USD], >= ransom_low.
    double local_ransom = 0.0;     ///< Ransom of anybody else [USD], >= 0.
    double captivity_days = 1.0;   ///< Mean time until it is paid [day], > 0.
};

/// Read the section `[economy]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] EconomyParams read_economy_params(sim::TomlTable const& table);

}  // namespace models
