#include "models/conflict_table/conflict_table.hpp"

#include <utility>

#include "sim/base/check.hpp"

namespace models {

ConflictTableParams read_conflict_table_params(sim::TomlTable const& table) {
    return {.events_per_day = table.number(
                "events_per_day", {.minimum = 0.0, .maximum = 1e6, .unit = "events per day"}),
            .takeover_shock = table.number("takeover_shock", {.minimum = 0.0, .maximum = 1e6})};
}

ConflictTableProcess::ConflictTableProcess(ConflictTable table, ConflictTableParams const& params)
    : table_{std::move(table)}, params_{params} {
    for (auto const& episode : table_) {
        SIM_EXPECTS(episode.intensity > 0.0 && episode.from < episode.until);
    }
}

void ConflictTableProcess::operator()(World& world) const {
    for (auto const& episode : table_) {
        bool const is_on = episode.from <= world.today && world.today < episode.until;
        if (!is_on) continue;
        double const events = params_.events_per_day * episode.intensity;
        double const shock = params_.takeover_shock * episode.intensity;
        world.cells.threat.add(episode.cell.row, events, world.today);
        if (episode.from == world.today) {
            world.cells.takeover.add(episode.cell.row, shock, world.today);
        }
    }
    world.cells.threat.prune(world.today);
    world.cells.takeover.prune(world.today);
}

}  // namespace models
