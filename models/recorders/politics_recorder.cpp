#include "models/recorders/politics_recorder.hpp"

namespace models {

PoliticsRecorder::PoliticsRecorder(sim::ResultWriter& writer, Period const& period)
    : table_(writer.event_table("/politics", "political_event")) {
    day_ = table_.column<std::int32_t>("day", day_attributes(period, "day of the event"));
    kind_ = table_.column<std::int8_t>(
        "kind", {.long_name = "what happened", .flags = flags_of(political_kind_names)});
    actor_ = table_.column<std::int16_t>(
        "actor", {.long_name = "who did it: row in /actors", .fill_value = no_value});
    other_ = table_.column<std::int16_t>(
        "other",
        {.long_name = "with or to whom: row in /actors; missing: nobody", .fill_value = no_value});
    place_ = table_.column<std::int16_t>(
        "place", {.long_name = "where: row in /places; missing: nowhere", .fill_value = no_value});
    value_ = table_.column<float>(
        "value", {.units = "1", .long_name = "what the kind says: people, a share or a kind"});
}

void PoliticsRecorder::observe(World const& world) {
    for (; written_ < world.political_log.size(); ++written_) {
        auto const& event = world.political_log[written_];
        table_.put(day_, static_cast<std::int32_t>(event.day.value));
        table_.put(kind_, static_cast<std::int8_t>(event.kind));
        table_.put(actor_, row_value<std::int16_t>(event.actor));
        table_.put(other_, row_value<std::int16_t>(event.other));
        table_.put(place_, row_value<std::int16_t>(event.place));
        table_.put(value_, static_cast<float>(event.value));
        table_.end_row();
    }
}

}  // namespace models
