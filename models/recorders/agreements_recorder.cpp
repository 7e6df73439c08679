#include "models/recorders/agreements_recorder.hpp"

namespace models {

AgreementsRecorder::AgreementsRecorder(sim::ResultWriter& writer, Period const& period)
    : table_(writer.event_table("/agreements", "agreement", 64)) {
    key_ = table_.text_column("key", {.long_name = "name of the treaty, one row for each pair"});
    a_ = table_.column<std::int16_t>("a", {.long_name = "one party: row in /actors"});
    b_ = table_.column<std::int16_t>("b", {.long_name = "the other party: row in /actors"});
    kind_ = table_.column<std::int8_t>(
        "kind", {.long_name = "how binding it is", .flags = flags_of(agreement_kind_names)});
    begins_ = table_.column<std::int32_t>("begins", day_attributes(period, "first day in force"));
    auto ends = day_attributes(period, "day it ended; missing: in force to the end of the run");
    ends.fill_value = no_value;
    ends_ = table_.column<std::int32_t>("ends", ends);
    state_ = table_.column<std::int8_t>("state", {.long_name = "state at the end of the run",
                                                  .flags = flags_of(agreement_state_names)});
    violations_ = table_.column<std::int32_t>(
        "violations", {.units = "1", .long_name = "attacks between the parties while in force"});
    implementation_ = table_.column<float>(
        "implementation", {.units = "1", .long_name = "share of its provisions done"});
}

void AgreementsRecorder::finish(World const& world) {
    auto const& all = world.agreements;
    for (std::size_t i = 0; i < all.size(); ++i) {
        table_.put(key_, all.key[i]);
        table_.put(a_, row_value<std::int16_t>(all.a[i]));
        table_.put(b_, row_value<std::int16_t>(all.b[i]));
        table_.put(kind_, static_cast<std::int8_t>(all.kind[i]));
        table_.put(begins_, static_cast<std::int32_t>(all.begins[i].value));
        table_.put(ends_,
                   all.ends[i] == never ? no_value : static_cast<std::int32_t>(all.ends[i].value));
        table_.put(state_, static_cast<std::int8_t>(all.state[i]));
        table_.put(violations_, static_cast<std::int32_t>(all.violations[i]));
        table_.put(implementation_, static_cast<float>(all.implementation[i]));
        table_.end_row();
    }
}

}  // namespace models
