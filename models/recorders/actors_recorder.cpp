#include "models/recorders/actors_recorder.hpp"

#include <cmath>
#include <span>
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

// Rounded to so many parts of one: what nobody needs to know compresses badly.
std::vector<float> rounded(std::span<double const> values, double parts) {
    std::vector<float> result;
    result.reserve(values.size());
    for (double const value : values) {
        result.push_back(static_cast<float>(std::round(value * parts) / parts));
    }
    return result;
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
    define_strength(actor);
    define_means(actor);
}

void ActorsRecorder::define_strength(sim::Dimension actor) {
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

void ActorsRecorder::define_means(sim::Dimension actor) {
    funds_ = series_.variable<float>("funds", {actor},
                                     {.units = "1",
                                      .long_name = "money it can spend, US dollars",
                                      .comment = "rounded to 1 US dollar",
                                      .cell_methods = "time: point"});
    arms_ = series_.variable<float>("arms", {actor},
                                    {.units = "1",
                                     .long_name = "weapons of war in its hands",
                                     .comment = "rounded to 1 weapon",
                                     .cell_methods = "time: point"});
    armament_ = series_.variable<float>(
        "armament", {actor},
        {.units = "1",
         .long_name = "share of its fighting strength that missing weapons leave it",
         .comment = "rounded to 1/128",
         .cell_methods = "time: point"});
    hostages_ = series_.variable<std::int32_t>("hostages", {actor},
                                               {.units = "1",
                                                .long_name = "people whom it holds for ransom",
                                                .cell_methods = "time: point"});
}

void ActorsRecorder::observe(World const& world) {
    if (!is_due(world.today, every_days_, last_)) return;
    series_.begin_step(static_cast<std::int32_t>(world.today.value));
    put_strength(world);
    put_means(world);
    series_.end_step();
}

void ActorsRecorder::put_strength(World const& world) {
    auto const actors = world.actors.size();
    std::vector<std::int32_t> fighters(actors, 0);
    for (std::size_t unit = 0; unit < world.units.size(); ++unit) {
        fighters[world.units.actor[unit].row] += world.units.fighters[unit];
    }
    std::vector<std::int16_t> places_held(actors, 0);
    for (auto const holder : world.places.holder) {
        if (holder != no_actor) ++places_held[holder.row];
    }
    series_.put(fighters_, fighters);
    series_.put(places_held_, places_held);
    series_.put(area_, rounded(controlled_area_km2(world), 1.0));
}

void ActorsRecorder::put_means(World const& world) {
    std::vector<std::int32_t> hostages(world.actors.size(), 0);
    auto const& abducted = world.economy.hostages;
    for (std::size_t i = 0; i < abducted.size(); ++i) {
        if (abducted.held[i]) hostages[abducted.captor[i].row] += abducted.people[i];
    }
    series_.put(funds_, rounded(world.actors.funds, 1.0));
    series_.put(arms_, rounded(world.actors.arms, 1.0));
    series_.put(armament_, rounded(world.actors.armament, 128.0));
    series_.put(hostages_, hostages);
}

}  // namespace models
