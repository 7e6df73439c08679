#include "models/recorders/places_recorder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace models {

namespace {

template <class Value, class Column, class Function>
std::vector<Value> converted(Column const& column, Function const& convert) {
    std::vector<Value> values;
    values.reserve(column.size());
    std::ranges::transform(column, std::back_inserter(values), convert);
    return values;
}

void write_columns(sim::ResultWriter& writer, sim::Dimension place, Geography const& map) {
    auto const& places = map.places;
    writer.write_text("/places/key", {place}, places.key, {.long_name = "name used in tables"});
    writer.write_text("/places/name", {place}, places.name, {.long_name = "name"});
    writer.write("/places/kind", {place},
                 converted<std::int8_t>(places.kind,
                                        [](auto kind) { return static_cast<std::int8_t>(kind); }),
                 {.long_name = "what stands there", .flags = flags_of(place_kind_names)});
    writer.write("/places/country", {place},
                 converted<std::int16_t>(places.country,
                                         [](auto id) { return row_value<std::int16_t>(id); }),
                 {.long_name = "country it lies in", .flags = flags_of(map.countries)});
    writer.write("/places/lat", {place},
                 converted<double>(places.at, [](auto const& at) { return at.lat; }),
                 {.units = "degrees_north", .long_name = "latitude", .standard_name = "latitude"});
    writer.write("/places/lon", {place},
                 converted<double>(places.at, [](auto const& at) { return at.lon; }),
                 {.units = "degrees_east", .long_name = "longitude", .standard_name = "longitude"});
    writer.write(
        "/places/capacity", {place},
        converted<std::int32_t>(places.capacity,
                                [](auto people) { return static_cast<std::int32_t>(people); }),
        {.units = "1", .long_name = "most people a camp takes; 0: no limit"});
}

}  // namespace

PlacesRecorder::PlacesRecorder(sim::ResultWriter& writer, World const& world, Period const& period,
                               std::uint32_t every_days, Registrations registrations)
    : last_(period.last),
      every_days_(every_days),
      registrations_(std::move(registrations)),
      series_(writer.time_series("/places", end_of_day(period))) {
    auto const place = writer.dimension("/places/place", world.map->places.size());
    write_columns(writer, place, *world.map);
    settled_ = series_.variable<std::int32_t>(
        "settled", {place},
        {.units = "1",
         .long_name = "displaced people who stay there; refugees where it lies abroad",
         .cell_methods = "time: point"});
    registered_ = series_.variable<std::int32_t>(
        "registered", {place},
        {.units = "1",
         .long_name = "displaced people on lists, which overstate refugees until verified",
         .cell_methods = "time: point"});
    waiting_ = series_.variable<std::int32_t>(
        "waiting", {place},
        {.units = "1",
         .long_name = "displaced people held there by a closed border or a full camp",
         .cell_methods = "time: point"});
    holder_ = series_.variable<std::int16_t>("holder", {place},
                                             {.long_name = "who holds it: row in /actors",
                                              .cell_methods = "time: point",
                                              .fill_value = no_value});
}

void PlacesRecorder::observe(World const& world) {
    if (!is_due(world.today, every_days_, last_)) return;
    auto const of = [&world](MoverStatus status) -> std::vector<std::uint32_t> const& {
        return world.places.people[static_cast<std::size_t>(status)];
    };
    auto const& displaced = of(MoverStatus::displaced);
    auto const& refugees = of(MoverStatus::refugee);
    std::vector<std::int32_t> settled(displaced.size());
    auto registered = registered_by_place(world, registrations_);
    for (std::size_t place = 0; place < settled.size(); ++place) {
        settled[place] = static_cast<std::int32_t>(displaced[place] + refugees[place]);
        registered[place] += static_cast<std::int32_t>(displaced[place]);
    }
    series_.begin_step(static_cast<std::int32_t>(world.today.value));
    series_.put(settled_, settled);
    series_.put(registered_, registered);
    series_.put(waiting_, converted<std::int32_t>(of(MoverStatus::held), [](auto people) {
                    return static_cast<std::int32_t>(people);
                }));
    series_.put(holder_, converted<std::int16_t>(world.places.holder, [](auto actor) {
                    return row_value<std::int16_t>(actor);
                }));
    series_.end_step();
}

}  // namespace models
