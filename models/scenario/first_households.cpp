#include "models/scenario/first_households.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "models/purposes.hpp"
#include "models/scenario/apportion.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"
#include "sim/random/poisson_table.hpp"

namespace models {
namespace {

// Strata of so many people are drawn at once, so that their sizes stay in the cache.
constexpr std::size_t people_at_once = std::size_t{1} << 20;

constexpr std::uint32_t words_at_once = 32;

/// A stratum before its households are drawn.
struct StratumPlan {
    sim::CellId cell;
    Community community;
    std::uint32_t people;
    std::uint32_t first_block;  // of the random words of its households, four in each
    std::size_t first;          // where its sizes begin, among those drawn at once
    std::uint32_t households;   // how many sizes were drawn
};

std::vector<StratumPlan> plan_strata(Geography const& map, RegionCommunities const& communities) {
    std::vector<StratumPlan> plans;
    std::uint32_t blocks = 0;
    for (sim::CellId const cell : map.grid.cells()) {
        auto const region = map.cells.region[cell.row];
        auto const population = map.cells.population[cell.row];
        if (region == no_region || population == 0) continue;
        std::array<std::uint32_t, community_count> people{};
        apportion(population, communities[region.row], people);
        for (std::size_t i = 0; i < community_count; ++i) {
            if (people[i] == 0) continue;
            plans.push_back({cell, static_cast<Community>(i), people[i], blocks, 0, 0});
            blocks += people[i] / 4 + words_at_once / 4;  // words for all, and those left over
        }
    }
    return plans;
}

/// Draw household sizes until everybody has a household: the i-th by word i of the stratum's own.
/// \param others  Says how many people there are in a household beside the first.
/// \return        How many households there are.
std::uint32_t draw_sizes(StratumPlan const& plan, sim::PoissonTable const& others, sim::Seed seed,
                         std::span<std::uint8_t> sizes) {
    std::array<std::uint32_t, words_at_once> words;
    std::uint32_t households = 0;
    for (std::uint32_t people = plan.people; people > 0;) {
        sim::fill_uniform_words(seed, purpose::household_size, sim::Day{0},
                                plan.first_block + households / 4, words);
        for (std::uint32_t i = 0; i < words_at_once && people > 0; ++i) {
            auto const wanted = 1 + others.number(words[i]);
            auto const size = std::min({wanted, std::uint32_t{largest_household}, people});
            sizes[households++] = static_cast<std::uint8_t>(size);
            people -= size;
        }
    }
    return households;
}

/// The strata at the front of \p plans that are drawn at once: at least one of them.
std::span<StratumPlan> next_strata(std::span<StratumPlan> plans) {
    std::size_t people = 0;
    std::size_t count = 0;
    while (count < plans.size() && (count == 0 || people + plans[count].people <= people_at_once)) {
        plans[count].first = people;  // it has at most as many households as people
        people += plans[count++].people;
    }
    return plans.first(count);
}

/// Draw the households of all strata. \return Their sizes, by stratum [people].
std::vector<std::uint8_t> draw_all_sizes(std::span<StratumPlan> plans, double size_mean,
                                         sim::Seed seed) {
    sim::PoissonTable const others{size_mean - 1.0};
    std::vector<std::uint8_t> all;
    std::vector<std::uint8_t> room;
    for (std::size_t begin = 0; begin < plans.size();) {
        auto const strata = next_strata(plans.subspan(begin));
        room.resize(std::max(room.size(), strata.back().first + strata.back().people));
        sim::for_rows(static_cast<std::uint32_t>(strata.size()), [&](std::uint32_t row) noexcept {
            auto& plan = strata[row];
            plan.households = draw_sizes(plan, others, seed, std::span{room}.subspan(plan.first));
        });
        for (auto const& plan : strata) {
            auto const sizes = std::span{room}.subspan(plan.first, plan.households);
            all.insert(all.end(), sizes.begin(), sizes.end());
        }
        begin += strata.size();
    }
    return all;
}

}  // namespace

HouseholdStore first_households(Geography const& map, RegionCommunities const& communities,
                                double size_mean, sim::Seed seed) {
    SIM_EXPECTS(communities.size() == map.regions.size());
    SIM_EXPECTS(size_mean >= smallest_mean_size && size_mean <= largest_mean_size);
    auto plans = plan_strata(map, communities);
    auto const sizes = draw_all_sizes(plans, size_mean, seed);
    HouseholdStore store;
    store.reserve(plans.size(), sizes.size());
    std::size_t first = 0;
    for (auto const& plan : plans) {
        store.add_stratum(plan.cell, plan.community,
                          std::span{sizes}.subspan(first, plan.households));
        first += plan.households;
    }
    return store;
}

}  // namespace models
