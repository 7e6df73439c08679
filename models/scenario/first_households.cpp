#include "models/scenario/first_households.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "models/purposes.hpp"
#include "models/scenario/apportion.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/poisson_table.hpp"

namespace models {
namespace {

/// A stratum before its households are drawn.
struct StratumPlan {
    sim::CellId cell;
    Community community;
    std::uint32_t people;
    std::size_t first;         // where its sizes begin; it has at most as many as people
    std::uint32_t households;  // how many sizes were drawn
};

std::vector<StratumPlan> plan_strata(Geography const& map, RegionCommunities const& communities) {
    std::vector<StratumPlan> plans;
    std::size_t people_before = 0;
    for (sim::CellId const cell : map.grid.cells()) {
        auto const region = map.cells.region[cell.row];
        auto const population = map.cells.population[cell.row];
        if (region == no_region || population == 0) continue;
        std::array<std::uint32_t, community_count> people{};
        apportion(population, communities[region.row], people);
        for (std::size_t i = 0; i < community_count; ++i) {
            if (people[i] == 0) continue;
            plans.push_back({cell, static_cast<Community>(i), people[i], people_before, 0});
            people_before += people[i];
        }
    }
    return plans;
}

/// Draw household sizes until everybody has a household.
/// \param others  Draws the people of a household beside the first.
/// \return        How many households there are.
std::uint32_t draw_sizes(sim::Stream draw, sim::PoissonTable const& others, std::uint32_t people,
                         std::span<std::uint8_t> sizes) {
    std::uint32_t households = 0;
    while (people > 0) {
        auto const wanted = 1 + others.draw(draw);
        auto const size = std::min({wanted, std::uint32_t{largest_household}, people});
        sizes[households++] = static_cast<std::uint8_t>(size);
        people -= size;
    }
    return households;
}

}  // namespace

HouseholdStore first_households(Geography const& map, RegionCommunities const& communities,
                                double size_mean, sim::Seed seed) {
    SIM_EXPECTS(communities.size() == map.regions.size());
    SIM_EXPECTS(size_mean >= smallest_mean_size && size_mean <= largest_mean_size);
    auto plans = plan_strata(map, communities);
    std::vector<std::uint8_t> sizes(plans.empty() ? 0 : plans.back().first + plans.back().people);
    sim::PoissonTable const others{size_mean - 1.0};

    sim::for_rows(static_cast<std::uint32_t>(plans.size()), [&](std::uint32_t row) noexcept {
        auto& plan = plans[row];
        sim::Stream const draw{seed, purpose::household_size, row, sim::Day{0}};
        plan.households = draw_sizes(draw, others, plan.people,
                                     std::span{sizes}.subspan(plan.first, plan.people));
    });

    std::size_t households = 0;
    for (auto const& plan : plans) households += plan.households;
    HouseholdStore store;
    store.reserve(plans.size(), households);
    for (auto const& plan : plans) {
        store.add_stratum(plan.cell, plan.community,
                          std::span{sizes}.subspan(plan.first, plan.households));
    }
    return store;
}

}  // namespace models
