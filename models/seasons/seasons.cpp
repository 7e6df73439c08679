#include "models/seasons/seasons.hpp"

#include <algorithm>

#include "sim/base/check.hpp"

namespace models {

SeasonsProcess::SeasonsProcess(SeasonsParams const& params, Geography const& map)
    : params_{params} {
    std::vector<std::uint8_t> is_rain_fed(map.regions.size(), params.regions.empty() ? 1 : 0);
    for (auto const& name : params.regions) {
        auto const region = std::ranges::find(map.regions, name);
        sim::require(region != map.regions.end(),
                     "seasons.regions: " + name + " is not a region of the map. Correct the name.");
        is_rain_fed[static_cast<std::size_t>(region - map.regions.begin())] = 1;
    }
    for (std::uint32_t c = 0; c < map.cells.region.size(); ++c) {
        RegionId const region = map.cells.region[c];
        if (region != no_region && is_rain_fed[region.row]) fields_.push_back(sim::CellId{c});
    }
}

void SeasonsProcess::operator()(World& world) const {
    bool const is_due = world.today.value == 0 || sim::day_of_month(world.date()) == 1;
    if (!is_due) return;
    auto& lean = world.cells.lean_season;
    lean.resize(world.cells.food_stress.size(), 0.0F);
    world.cells.hunger_since = world.today;
    auto const today = static_cast<float>(params_.lean[sim::month_of(world.date()) - 1]);
    for (sim::CellId const cell : fields_) lean[cell.row] = today;
}

}  // namespace models
