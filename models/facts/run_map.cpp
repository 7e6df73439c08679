#include "models/facts/run_map.hpp"

#include <algorithm>

#include "models/observed/grid_ids.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

// A name known to the run, or the one of its map.
std::string settled(std::string const& name, std::vector<std::string> const& known,
                    std::vector<std::int16_t> const& on_map, std::optional<std::size_t> cell) {
    auto const folded = folded_name(name);
    auto const is_same = [&folded](std::string const& one) { return folded_name(one) == folded; };
    if (std::ranges::any_of(known, is_same) || !cell) return name;
    auto const row = on_map[*cell];
    if (row < 0 || static_cast<std::size_t>(row) >= known.size()) return name;
    return known[static_cast<std::size_t>(row)];
}

}  // namespace

RunMap read_run_map(sim::ResultReader const& reader) {
    sim::require(reader.is_complete(), reader.path() +
                                           " is not finished (it is what a stopped run left). Run "
                                           "it again to the end.");
    RunMap run{.map = read_result_map(reader), .context = {}};
    auto const days = read_result_days(reader);
    run.context.first_day = days.first;
    run.context.last_day = days.last;
    run.context.regions = run.map.regions;
    run.context.units = run.map.cercles;
    run.context.cells = run.map.home_gids();
    return run;
}

std::vector<ObservedEvent> events_inside(std::vector<AcledEvent> const& events, RunMap const& run) {
    std::vector<ObservedEvent> inside;
    auto const country = folded_name(run.map.country);
    for (auto const& event : events) {
        bool const is_in_period =
            event.date >= run.context.first_day && event.date <= run.context.last_day;
        bool const is_in_country =
            (event.country.empty() || folded_name(event.country) == country) &&
            std::ranges::binary_search(run.context.cells, priogrid_gid(event.at));
        if (!is_in_period || !is_in_country || !is_political_violence(event.sub_event)) continue;
        auto one = observed(event);
        auto const cell = run.map.cell_at(event.at);
        one.admin1 = settled(one.admin1, run.map.regions, run.map.region_of, cell);
        one.admin2 = settled(one.admin2, run.map.cercles, run.map.cercle_of, cell);
        inside.push_back(std::move(one));
    }
    return inside;
}

}  // namespace models
