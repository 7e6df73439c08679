#include "models/world/war_economy.hpp"

#include <utility>

#include "models/world/world.hpp"
#include "sim/base/check.hpp"

namespace models {

void move_means(World& world, ActorId from, ActorId to, double share) {
    SIM_EXPECTS(from != to && share >= 0.0 && share <= 1.0);
    auto const move = [&](std::vector<double>& column) {
        double const moved = share * column[from.row];
        column[from.row] -= moved;
        column[to.row] += moved;
    };
    move(world.actors.funds);
    move(world.actors.arms);
    auto& economy = world.economy;
    if (!economy.equipped.empty()) {
        move(economy.on_payroll);
        if (economy.equipped[from.row]) economy.equipped[to.row] = 1;
        economy.paid[to.row] = economy.paid[from.row];
    }
    if (share < 1.0) return;
    for (auto& captor : economy.hostages.captor) {
        if (captor == from) captor = to;
    }
}

void give_up_means(World& world, ActorId actor) {
    auto& economy = world.economy;
    economy.ledger.money_given_up += std::exchange(world.actors.funds[actor.row], 0.0);
    economy.ledger.arms_given_up += std::exchange(world.actors.arms[actor.row], 0.0);
    if (!economy.equipped.empty()) {
        economy.equipped[actor.row] = 0;
        economy.on_payroll[actor.row] = 0.0;
    }
    for (std::size_t i = 0; i < economy.hostages.size(); ++i) {
        if (economy.hostages.captor[i] == actor) economy.hostages.held[i] = 0;
    }
}

}  // namespace models
