#include "models/recorders/actors_recorder.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "models/recorders/controlled_area.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

void write_columns(sim::ResultWriter& writer, sim::Dimension actor, ActorStore const& actors) {
    writer.write_text("/actors/key", {actor}, actors.key, {.long_name = "name used in tables"});
    writer.write_text("/actors/name", {actor}, actors.name, {.long_name = "name"});
    std::vector<std::int8_t> classes, sides;
    for (auto const actor_class : actors.actor_class) {
        classes.push_back(static_cast<std::int8_t>(actor_class));
        sides.push_back(static_cast<std::int8_t>(side_of(actor_class)));
    }
    writer.write("/actors/class", {actor}, classes,
                 {.long_name = "kind of organisation", .flags = flags_of(actor_class_names)});
    writer.write(
        "/actors/side", {actor}, sides,
        {.long_name = "side on which its dead are counted", .flags = flags_of(side_names)});
}

}  // namespace

ActorsRecorder::ActorsRecorder(sim::ResultWriter& writer, World const& world, Period const& period,
                               std::uint32_t every_days)
    : last_(period.last),
      every_days_(every_days),
      series_(writer.time_series("/actors", end_of_day(period))) {
    SIM_EXPECTS(world.actors.size() <= 0x7fff);
    auto const actor = writer.dimension("/actors/actor", world.actors.size());
    write_columns(writer, actor, world.actors);
    fighters_ = series_.variable<std::int32_t>(
        "fighters", {actor},
        {.units = "1", .long_name = "fighters in its units", .cell_methods = "time: point"});
    places_held_ = series_.variable<std::int16_t>(
        "places_held", {actor},
        {.units = "1", .long_name = "places it holds", .cell_methods = "time: point"});
    area_ = series_.variable<float>("area", {actor},
                                    {.units = "km2",
                                     .long_name = "area of the country that it controls",
                                     .comment = "rounded to 1 km2",
                                     .cell_methods = "time: point"});
}

void ActorsRecorder::observe(World const& world) {
    if (!is_due(world.today, every_days_, last_)) return;
    auto const actors = world.actors.size();
    std::vector<std::int32_t> fighters(actors, 0);
    for (std::size_t unit = 0; unit < world.units.size(); ++unit) {
        fighters[world.units.actor[unit].row] += world.units.fighters[unit];
    }
    std::vector<std::int16_t> places_held(actors, 0);
    for (auto const holder : world.places.holder) {
        if (holder != no_actor) ++places_held[holder.row];
    }
    std::vector<float> area;
    std::ranges::transform(controlled_area_km2(world), std::back_inserter(area),
                           [](double km2) { return static_cast<float>(std::round(km2)); });
    series_.begin_step(static_cast<std::int32_t>(world.today.value));
    series_.put(fighters_, fighters);
    series_.put(places_held_, places_held);
    series_.put(area_, area);
    series_.end_step();
}

}  // namespace models
