#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sim/base/calendar.hpp"
#include "sim/space/geo.hpp"

/// \file models/observed/ucdp_event.hpp
/// One row of UCDP's Georeferenced Event Dataset, whatever file it stands in.

namespace models {

/// UCDP's type_of_violence, numbered from 1.
enum class UcdpViolence : std::uint8_t { state_based = 1, non_state = 2, one_sided = 3 };
inline constexpr std::array<std::string_view, 3> ucdp_violence_names{"state_based", "non_state",
                                                                     "one_sided"};

/// One event as UCDP GED codes it. Texts may be empty.
///
/// deaths_a + deaths_b + deaths_civilians + deaths_unknown = best, low <= best <= high.
struct UcdpEvent {
    std::int64_t id = 0;
    std::string relid = {};
    bool active_year = false;  ///< The dyad, or one-sided actor, reached 25 deaths that year.
    std::string code_status = {};
    UcdpViolence violence = UcdpViolence::state_based;
    std::string conflict_name = {};
    std::string dyad_name = {};
    std::string side_a = {}, side_b = {};
    std::int64_t conflict_id = 0;         ///< conflict_new_id.
    std::int64_t dyad_id = 0;             ///< dyad_new_id.
    std::int64_t side_a_id = 0;           ///< side_a_new_id.
    std::int64_t side_b_id = 0;           ///< side_b_new_id.
    std::int32_t number_of_sources = -1;  ///< -1: not known.
    std::string source_article = {};
    std::string source_office = {};
    std::string source_date = {};
    std::string source_headline = {};
    std::string source_original = {};
    std::uint8_t where_prec = 1;  ///< 1 (exact) to 7.
    std::string where_coordinates = {};
    std::string where_description = {};
    std::string adm_1 = {}, adm_2 = {};
    sim::GeoPoint at = {};  ///< latitude, longitude [degree].
    std::int64_t priogrid_gid = 0;
    std::string country = {};
    std::int32_t country_id = 0;  ///< Gleditsch and Ward's number; 432 is Mali.
    std::string region = {};
    std::uint8_t event_clarity = 1;  ///< 1: one event, 2: several reported together.
    std::uint8_t date_prec = 1;      ///< 1 (the day) to 5.
    sim::Date date_start = {}, date_end = {};
    std::uint32_t deaths_a = 0, deaths_b = 0, deaths_civilians = 0, deaths_unknown = 0;
    std::uint32_t best = 0, high = 0, low = 0;  ///< Deaths, all sides [people].
    std::string gwnoa = {}, gwnob = {};

    friend bool operator==(UcdpEvent const&, UcdpEvent const&) = default;
};

}  // namespace models
