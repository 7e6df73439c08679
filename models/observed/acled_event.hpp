#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/observed/acled_codes.hpp"
#include "sim/base/calendar.hpp"
#include "sim/space/geo.hpp"

/// \file models/observed/acled_event.hpp
/// One row of ACLED's event data, whatever file it stands in.

namespace models {

/// One event as ACLED codes it. Texts may be empty.
struct AcledEvent {
    std::string id;                   ///< event_id_cnty, such as MLI1234.
    sim::Date date = {};              ///< event_date.
    std::uint8_t time_precision = 1;  ///< 1: the day, 2: the week, 3: the month.
    AcledSubEvent sub_event = AcledSubEvent::armed_clash;
    std::string actor1 = {};
    std::string assoc_actor_1 = {};
    InterCode inter1 = InterCode::none;
    std::string actor2 = {};
    std::string assoc_actor_2 = {};
    InterCode inter2 = InterCode::none;
    bool targets_civilians = false;  ///< civilian_targeting.
    std::uint32_t iso = 0;           ///< ISO 3166 numeric code of the country; 466 is Mali.
    std::string region = {};         ///< Of the world, such as "Western Africa".
    std::string country = {};
    std::string admin1 = {};  ///< Region of the country.
    std::string admin2 = {};  ///< Cercle in Mali.
    std::string admin3 = {};
    std::string location = {};
    sim::GeoPoint at = {};           ///< latitude, longitude [degree].
    std::uint8_t geo_precision = 1;  ///< 1: the place, 2: near it, 3: the region.
    std::string source = {};
    std::string source_scale = {};
    std::string notes = {};
    std::uint32_t fatalities = 0;  ///< Deaths, all sides [people].
    std::string tags = {};
    std::int64_t timestamp = 0;  ///< Seconds since 1970 of the last change; 0: not known.

    friend bool operator==(AcledEvent const&, AcledEvent const&) = default;
};

}  // namespace models
