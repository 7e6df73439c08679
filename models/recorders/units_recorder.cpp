#include "models/recorders/units_recorder.hpp"

namespace models {

UnitsRecorder::UnitsRecorder(sim::ResultWriter& writer, Period const& period,
                             std::uint32_t every_days)
    : last_(period.last),
      every_days_(every_days),
      table_(writer.event_table("/units", "position")) {
    day_ = table_.column<std::int32_t>("day", day_attributes(period, "day, at its end"));
    unit_ = table_.column<std::int32_t>(
        "unit", {.units = "1", .long_name = "number of the unit, the same for all its life"});
    actor_ = table_.column<std::int16_t>("actor", {.long_name = "whose it is: row in /actors"});
    lat_ = table_.column<float>("lat", {.units = "degrees_north",
                                        .long_name = "latitude of the centre of its cell",
                                        .standard_name = "latitude"});
    lon_ = table_.column<float>("lon", {.units = "degrees_east",
                                        .long_name = "longitude of the centre of its cell",
                                        .standard_name = "longitude"});
    fighters_ = table_.column<std::int32_t>("fighters", {.units = "1", .long_name = "fighters"});
    posture_ = table_.column<std::int8_t>(
        "posture", {.long_name = "what it does", .flags = flags_of(posture_names)});
}

void UnitsRecorder::observe(World const& world) {
    if (!is_due(world.today, every_days_, last_)) return;
    auto const& units = world.units;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units.fighters[i] == 0) continue;
        auto const centre = world.map->grid.centre(units.cell[i]);
        table_.put(day_, static_cast<std::int32_t>(world.today.value));
        table_.put(unit_, static_cast<std::int32_t>(i));
        table_.put(actor_, row_value<std::int16_t>(units.actor[i]));
        table_.put(lat_, static_cast<float>(centre.lat));
        table_.put(lon_, static_cast<float>(centre.lon));
        table_.put(fighters_, static_cast<std::int32_t>(units.fighters[i]));
        table_.put(posture_, static_cast<std::int8_t>(units.posture[i]));
        table_.end_row();
    }
}

}  // namespace models
