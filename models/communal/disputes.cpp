#include "models/communal/disputes.hpp"

#include <algorithm>
#include <array>

namespace models {
namespace {

/// Probability that two households of a cell are of different communities, on the first day.
double mixture(World const& world, sim::CellId cell) {
    auto const& strata = world.households.strata();
    std::array<double, community_count> households{};
    double all = 0.0;
    auto const [first, last] = world.households.strata_of(cell);
    for (std::uint32_t s = first; s < last; ++s) {
        households[static_cast<std::size_t>(strata.community[s])] += strata.households[s];
        all += strata.households[s];
    }
    if (all == 0.0) return 0.0;
    double same = 0.0;
    for (double const of_one : households) same += of_one * of_one / (all * all);
    return 1.0 - same;
}

/// Share of the households of a cell that are at home, 0 to 1.
double share_at_home(World const& world, sim::CellId cell) {
    auto const& strata = world.households.strata();
    double home = 0.0;
    double all = 0.0;
    auto const [first, last] = world.households.strata_of(cell);
    for (std::uint32_t s = first; s < last; ++s) {
        home += strata.at_home[s];
        all += strata.households[s];
    }
    return all > 0.0 ? home / all : 0.0;
}

}  // namespace

double dispute_factor(World const& world, CommunalParams const& params, sim::CellId cell) {
    auto const& cells = world.cells;
    double const need = 1.0 + params.food_effect * cells.food_stress[cell.row] +
                        params.retreat_effect * (1.0 - cells.services[cell.row]);
    return need * share_at_home(world, cell) * cells.calm_civilians[cell.row];
}

Disputes::Disputes(CommunalParams const& params, World const& world) : params_{params} {
    auto const& cells = world.map->cells;
    mixed_up_to_.reserve(cells.population.size());
    double sum = 0.0;
    for (std::uint32_t c = 0; c < cells.population.size(); ++c) {
        sum += cells.population[c] * mixture(world, sim::CellId{c});
        mixed_up_to_.push_back(sum);
    }
    double const highest = 1.0 + params_.food_effect + params_.retreat_effect;
    highest_rate_ = params_.dispute_rate * sum / 1e6 * highest;
}

std::optional<sim::CellId> Disputes::draw_cell(World const& world, sim::Stream& draw) const {
    double const point = draw.uniform() * mixed_up_to_.back();
    auto const found = std::upper_bound(mixed_up_to_.begin(), mixed_up_to_.end(), point);
    double const u = draw.uniform();
    if (found == mixed_up_to_.end()) return std::nullopt;
    sim::CellId const cell{static_cast<std::uint32_t>(found - mixed_up_to_.begin())};
    double const highest = 1.0 + params_.food_effect + params_.retreat_effect;
    if (u * highest >= dispute_factor(world, params_, cell)) return std::nullopt;
    return cell;
}

}  // namespace models
