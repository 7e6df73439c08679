#include "models/recorders/dyads_recorder.hpp"

namespace models {

DyadsRecorder::DyadsRecorder(sim::ResultWriter& writer, World const& world, Period const& period)
    : table_(writer.event_table("/dyads", "change")),
      written_(world.actors.size(), Relation::neutral) {
    day_ = table_.column<std::int32_t>(
        "day", day_attributes(period, "first day at whose end the pair stands so"));
    a_ = table_.column<std::int16_t>("a", {.long_name = "one of the pair: row in /actors"});
    b_ = table_.column<std::int16_t>("b", {.long_name = "the other: a later row in /actors"});
    relation_ = table_.column<std::int8_t>(
        "relation", {.long_name = "how they stand, agreements apart; neutral before any row",
                     .flags = flags_of(relation_names)});
}

void DyadsRecorder::observe(World const& world) {
    auto const actors = static_cast<std::uint32_t>(world.actors.size());
    for (ActorId a; a.row < actors; ++a.row) {
        for (ActorId b{a.row + 1}; b.row < actors; ++b.row) {
            auto const relation = world.relations.at(a, b);
            if (relation == written_.at(a, b)) continue;
            written_.set(a, b, relation);
            table_.put(day_, static_cast<std::int32_t>(world.today.value));
            table_.put(a_, row_value<std::int16_t>(a));
            table_.put(b_, row_value<std::int16_t>(b));
            table_.put(relation_, static_cast<std::int8_t>(relation));
            table_.end_row();
        }
    }
}

}  // namespace models
