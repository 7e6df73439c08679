#include "models/world/civilian_losses.hpp"

#include <vector>

#include "models/purposes.hpp"
#include "models/world/people.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/stream.hpp"

namespace models {
namespace {

/// Call \p visit with each stratum of a cell, of a community if one is given.
template <class Visit>
void for_strata(World const& world, sim::CellId cell, std::optional<Community> community,
                Visit&& visit) {
    auto const [first, last] = world.households.strata_of(cell);
    for (std::uint32_t s = first; s < last; ++s) {
        if (!community || world.households.strata().community[s] == *community) visit(StratumId{s});
    }
}

/// Households at home in a cell [households].
std::uint32_t households_at_home(World const& world, sim::CellId cell,
                                 std::optional<Community> community) {
    std::uint32_t households = 0;
    for_strata(world, cell, community, [&](StratumId stratum) {
        households += world.households.strata().at_home[stratum.row];
    });
    return households;
}

/// The nearest cell with somebody at home, the cell itself first; nothing if there is none nearby.
std::optional<sim::CellId> nearest_home(World const& world, sim::CellId cell,
                                        std::optional<Community> community) {
    if (households_at_home(world, cell, community) > 0) return cell;
    auto const cells = world.map->nearby.cells(cell);
    auto const kilometres = world.map->nearby.distances_km(cell);
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        bool const is_nearer = !nearest || kilometres[i] < kilometres[*nearest];
        if (is_nearer && households_at_home(world, cells[i], community) > 0) nearest = i;
    }
    if (!nearest) return std::nullopt;
    return cells[*nearest];
}

/// One person of a household at home in the cell dies. \pre Somebody is at home there.
void lose_at_home(World& world, sim::CellId cell, std::optional<Community> community,
                  sim::Stream& draw) {
    std::uint32_t i = draw.below(households_at_home(world, cell, community));
    std::optional<StratumId> chosen;
    for_strata(world, cell, community, [&](StratumId stratum) {
        if (chosen) return;
        std::uint32_t const here = world.households.strata().at_home[stratum.row];
        if (i < here) {
            chosen = stratum;
        } else {
            i -= here;
        }
    });
    world.households.lose_person_at_home(*chosen, i, world.today);
}

/// One person away from home at a place dies. \return Whether anybody was there.
bool lose_away(World& world, PlaceId place, sim::Stream& draw) {
    auto const& movers = world.households.movers();
    std::vector<MoverId> here;
    for (std::uint32_t m = 0; m < movers.size(); ++m) {
        if (is_away(movers[m].status) && movers[m].place == place) here.push_back(MoverId{m});
    }
    if (here.empty()) return false;
    lose_person_away(world, here[draw.below(static_cast<std::uint32_t>(here.size()))]);
    return true;
}

}  // namespace

std::uint32_t lose_civilians(World& world, sim::CellId cell, std::optional<Community> community,
                             std::uint32_t count, std::uint32_t event) {
    sim::Stream draw{world.seed, purpose::civilian_victim, event, world.today};
    for (std::uint32_t dead = 0; dead < count; ++dead) {
        auto home = nearest_home(world, cell, community);
        if (!home && community) {
            community.reset();
            home = nearest_home(world, cell, community);
        }
        if (home) {
            lose_at_home(world, *home, community, draw);
        } else if (!lose_away(world, world.map->cells.nearest_place[cell.row], draw)) {
            return dead;
        }
    }
    return count;
}

std::optional<Community> drawn_community(World const& world, sim::CellId cell,
                                         std::array<double, community_count> const& weights,
                                         double u) {
    std::array<double, community_count> people{};
    for_strata(world, cell, std::nullopt, [&](StratumId stratum) {
        auto const& strata = world.households.strata();
        auto const community = static_cast<std::size_t>(strata.community[stratum.row]);
        people[community] += weights[community] * strata.people_home[stratum.row];
    });
    auto const chosen = sim::weighted_choice(people, u);
    if (!chosen) return std::nullopt;
    return static_cast<Community>(*chosen);
}

}  // namespace models
