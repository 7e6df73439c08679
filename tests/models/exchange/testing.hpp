#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/exchange/text_sink.hpp"
#include "models/observed/acled_event.hpp"
#include "models/observed/ucdp_event.hpp"
#include "sim/base/check.hpp"

/// \file tests/models/exchange/testing.hpp
/// What the tests of models/exchange share. Every event is invented.

namespace models::testing {

inline std::string const samples =
    std::string{AZALAI_SOURCE_DIR} + "/tests/models/exchange/samples/";

/// Text that a table easily breaks on.
inline constexpr std::string_view hostile =
    "#\"quote\", comma; semicolon\r\nnew line\n\"\" Ségou \xF0\x9F\x95\x8A ' \t|";

/// The message of the InputError that \p action throws, or a text that no test expects.
template <class Action>
std::string message_of(Action const& action) {
    try {
        static_cast<void>(action());
    } catch (sim::InputError const& error) {
        return error.what();
    }
    return "no error";
}

/// What a writer writes.
template <class Write>
std::string written(Write const& write) {
    std::string text;
    write(TextSink{[&](std::string_view part) { text += part; }});
    return text;
}

/// An event with every text hostile.
inline AcledEvent hostile_acled(int number) {
    std::string const text{hostile};
    AcledEvent event{.id = "XXX" + std::to_string(number) + text,
                     .date = sim::make_date(2012, 2, 29),
                     .time_precision = 2,
                     .sub_event = AcledSubEvent::remote_explosive,
                     .actor1 = text,
                     .assoc_actor_1 = text,
                     .inter1 = InterCode::rebel_group,
                     .actor2 = text,
                     .assoc_actor_2 = text,
                     .inter2 = InterCode::external_forces,
                     .targets_civilians = true,
                     .iso = 999,
                     .region = text,
                     .country = text,
                     .admin1 = text,
                     .admin2 = text,
                     .admin3 = text,
                     .location = text,
                     .at = {.lat = -1.0 / 3.0, .lon = 179.99999999999997},
                     .geo_precision = 3,
                     .source = text,
                     .source_scale = text,
                     .notes = text,
                     .fatalities = 4'294'967'295U,
                     .tags = text,
                     .timestamp = 1'700'000'000};
    return event;
}

inline UcdpEvent hostile_ucdp(std::int64_t id) {
    std::string const text{hostile};
    UcdpEvent event;
    event.id = id;
    event.relid = event.code_status = event.conflict_name = event.dyad_name = text;
    event.side_a = event.side_b = event.source_article = event.source_office = text;
    event.source_date = event.source_headline = event.source_original = text;
    event.where_coordinates = event.where_description = event.adm_1 = event.adm_2 = text;
    event.country = event.region = event.gwnoa = event.gwnob = text;
    event.active_year = true;
    event.violence = UcdpViolence::one_sided;
    event.conflict_id = 9'007'199'254'740'993;  // 2^53 + 1: no double holds it
    event.dyad_id = 2;
    event.side_a_id = 3;
    event.side_b_id = 4;
    event.number_of_sources = 7;
    event.where_prec = 7;
    event.at = {.lat = 16.271, .lon = -0.0441};
    event.priogrid_gid = 152'640;
    event.country_id = 999;
    event.event_clarity = 2;
    event.date_prec = 5;
    event.date_start = sim::make_date(2012, 2, 29);
    event.date_end = sim::make_date(2012, 3, 31);
    event.deaths_a = 1;
    event.deaths_b = 2;
    event.deaths_civilians = 3;
    event.deaths_unknown = 4;
    event.best = 10;
    event.low = 9;
    event.high = 4'294'967'295U;
    return event;
}

}  // namespace models::testing
