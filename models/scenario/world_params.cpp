#include "models/scenario/world_params.hpp"

#include "models/scenario/first_households.hpp"

namespace models {
namespace {

constexpr sim::Range memory_range{
    .minimum = 0.0, .maximum = 36'525.0, .unit = "days", .minimum_excluded = true};

}  // namespace

WorldParams read_people_params(sim::TomlTable const& section) {
    WorldParams params;
    params.household_size_mean = section.number(
        "household_size_mean",
        {.minimum = smallest_mean_size, .maximum = largest_mean_size, .unit = "people"});
    params.threat_memory_days = section.number("threat_memory_days", memory_range);
    params.takeover_memory_days = section.number("takeover_memory_days", memory_range);
    return params;
}

WorldParams read_world_params(sim::TomlTable const& section) {
    auto params = read_people_params(section);
    params.nearby_km = section.number(
        "nearby_km", {.minimum = 0.0, .maximum = 200.0, .unit = "km", .minimum_excluded = true});
    params.momentum_memory_days = section.number("momentum_memory_days", memory_range);
    params.grievance_memory_days = section.number("grievance_memory_days", memory_range);
    params.revenge_memory_days = section.number("revenge_memory_days", memory_range);
    params.quality = read_per_class(section.table("quality"),
                                    {.minimum = 0.0, .maximum = 100.0, .minimum_excluded = true});
    // Civilians have no units, and no key.
    params.quality[static_cast<std::size_t>(ActorClass::civilian)] = 1.0;
    // Every household is an agent; coarser agents are refused rather than simulated wrongly.
    static_cast<void>(section.integer_or("households_scale", 1, {.minimum = 1, .maximum = 1}));
    return params;
}

}  // namespace models
