#include "models/flee/run.hpp"

#include <exception>
#include <memory>

#include "models/flee/route_table.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace models::flee {

namespace {

Run run(Instance const& instance, std::shared_ptr<RouteTable const> routes, std::uint64_t seed) {
    Run result{.seed = seed, .camps = {}, .agents = {}, .errors = {}, .work = {}};
    Flight flight{instance, std::move(routes), sim::Seed{seed}};
    result.camps.reserve(std::size_t{instance.days} * instance.camps.size());
    result.agents.reserve(instance.days);
    for (std::uint32_t day = 0; day < instance.days; ++day) {
        flight.step(day);
        for (auto const camp : instance.camps) result.camps.push_back(flight.agents_at(camp));
        result.agents.push_back(static_cast<std::int32_t>(flight.agents()));
    }
    result.work = flight.work();
    result.errors =
        compare(result.counts(instance), {instance.counts.camps, instance.camps.size()});
    return result;
}

}  // namespace

std::vector<Run> run_each(std::uint64_t first_seed, std::uint32_t count,
                          std::function<Run(std::uint64_t seed)> const& run) {
    std::vector<Run> runs(count);
    std::vector<std::exception_ptr> failures(count);
    sim::for_rows(count, [&](std::uint32_t i) noexcept {
        try {
            runs[i] = run(first_seed + i);
        } catch (...) {
            failures[i] = std::current_exception();
        }
    });
    for (auto const& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
    return runs;
}

void require_camps(Instance const& instance) {
    sim::require(!instance.camps.empty(),
                 instance.folder.string() +
                     " has no camp, so there is nothing to compare. Give a "
                     "place of locations.csv the type camp.");
}

std::vector<Run> run_seeds(Instance const& instance, std::uint64_t first_seed,
                           std::uint32_t count) {
    require_camps(instance);
    auto const routes = std::make_shared<RouteTable const>(instance.places, instance.links,
                                                           instance.settings.move.awareness_level);
    return run_each(first_seed, count,
                    [&](std::uint64_t seed) { return run(instance, routes, seed); });
}

}  // namespace models::flee
