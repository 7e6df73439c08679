#include "models/exchange/report_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "models/exchange/report_columns.hpp"
#include "models/observed/grid_ids.hpp"
#include "models/observed/ucdp_listing.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr char const* notes = "Simulated by Azalai, not observed.";
constexpr std::uint32_t iso_of_mali = 466;
constexpr std::int32_t gw_of_mali = 432;

// Numbers and names that the two projects have for a country; the model has been set up for Mali
// only, and other countries are left without.
struct CountryCodes {
    std::uint32_t iso = 0;
    std::string letters = "SIM";
    std::int32_t gw = 0;
    std::string acled_region = {};
};

CountryCodes codes_of(std::string const& country) {
    if (country != "Mali") return {};
    return {
        .iso = iso_of_mali, .letters = "MLI", .gw = gw_of_mali, .acled_region = "Western Africa"};
}

template <class Enum>
Enum checked(sim::ResultReader const& reader, int value, int first, std::size_t count) {
    sim::require(value >= first && value < first + static_cast<int>(count),
                 reader.path() +
                     ": a report has a kind that does not exist. The file is damaged; "
                     "make it anew.");
    return static_cast<Enum>(value);
}

// What a year of UCDP is summed over: a dyad, or the actor of one-sided violence.
std::string listed_unit(UcdpEvent const& event) {
    auto const type = std::to_string(static_cast<int>(event.violence));
    return type + event.side_a +
           (event.violence == UcdpViolence::one_sided ? "" : "-" + event.side_b);
}

// Mark the active years, and keep the events of those that ever had one.
std::vector<UcdpEvent> listed(std::vector<UcdpEvent> events) {
    UcdpListing<std::string> listing;
    for (auto const& event : events) {
        listing.add(listed_unit(event), sim::year_of(event.date_start), event.best);
    }
    auto const ever = listing.listed();
    std::erase_if(events,
                  [&](UcdpEvent const& event) { return !ever.contains(listed_unit(event)); });
    for (auto& event : events) {
        event.active_year = listing.is_active(listed_unit(event), sim::year_of(event.date_start));
    }
    return events;
}

// UCDP's precisions: the place, near it, the first-level unit; the day, the week, the month.
constexpr std::array<std::uint8_t, 4> where_prec{1, 1, 2, 4};
constexpr std::array<std::uint8_t, 4> date_prec{1, 1, 3, 4};

// Known days around the one reported, by precision.
constexpr std::array<int, 4> days_around{0, 0, 3, 15};

}  // namespace

std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& reader) {
    std::string const group = "/reports/acled";
    ReportColumns const columns{reader, group};
    ReportNames const names{reader};
    PartyColumn const actor1{reader, group, "actor1"}, actor2{reader, group, "actor2"};
    auto const sub_event = reader.read<std::int8_t>(group + "/sub_event");
    auto const targeting = reader.read<std::int8_t>(group + "/civilian_targeting");
    auto const fatalities = reader.read<std::int32_t>(group + "/fatalities");
    auto const codes = codes_of(names.country());
    std::vector<AcledEvent> events;
    events.reserve(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns.is_home(i)) continue;
        auto const at = columns.at(i);
        AcledEvent event;
        event.id = fmt::format("{}{}", codes.letters, i + 1);
        event.date = columns.date(i);
        event.time_precision = static_cast<std::uint8_t>(columns.time_precision[i]);
        event.sub_event =
            checked<AcledSubEvent>(reader, sub_event[i], 0, acled_sub_event_names.size());
        event.inter1 = actor1.inter_at(i);
        event.actor1 = names.party(actor1.actor[i], event.inter1, actor1.community[i]);
        event.assoc_actor_1 = names.people(event.inter1, actor1.community[i]);
        event.inter2 = actor2.inter_at(i);
        event.actor2 = names.party(actor2.actor[i], event.inter2, actor2.community[i]);
        event.assoc_actor_2 = names.people(event.inter2, actor2.community[i]);
        event.targets_civilians = targeting[i] == 1;
        event.iso = codes.iso;
        event.region = codes.acled_region;
        event.country = names.country();
        event.admin1 = columns.region_name(i);
        event.admin2 = columns.cercle_name(i);
        event.location = names.location(columns.place[i], at);
        event.at = at;
        event.geo_precision = static_cast<std::uint8_t>(columns.geo_precision[i]);
        event.source = "Azalai";
        event.notes = notes;
        event.fatalities = static_cast<std::uint32_t>(std::max(fatalities[i], 0));
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<UcdpEvent> read_ucdp_reports(sim::ResultReader const& reader) {
    std::string const group = "/reports/ucdp";
    ReportColumns const columns{reader, group};
    ReportNames const names{reader};
    PartyColumn const side_a{reader, group, "side_a"}, side_b{reader, group, "side_b"};
    auto const number = [&](char const* name) {
        return reader.read<std::int32_t>(group + "/" + name);
    };
    auto const best = number("best"), low = number("low"), high = number("high");
    auto const deaths_a = number("deaths_a"), deaths_b = number("deaths_b"),
               civilians = number("deaths_civilians"), unknown = number("deaths_unknown");
    auto const violence = reader.read<std::int8_t>(group + "/violence");
    auto const codes = codes_of(names.country());
    auto const people = [](std::int32_t count) {
        return static_cast<std::uint32_t>(std::max(count, 0));
    };
    std::map<std::string, std::int64_t> dyads;
    std::vector<UcdpEvent> events;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns.is_home(i)) continue;
        auto const place_known =
            static_cast<std::size_t>(std::clamp<int>(columns.geo_precision[i], 1, 3));
        auto const day_known =
            static_cast<std::size_t>(std::clamp<int>(columns.time_precision[i], 1, 3));
        auto const around = std::chrono::days{days_around[day_known]};
        UcdpEvent event;
        event.id = static_cast<std::int64_t>(i) + 1;
        event.relid = fmt::format("SIM-{}", i + 1);
        event.code_status = "Clear";
        event.violence = checked<UcdpViolence>(reader, violence[i], 1, ucdp_violence_names.size());
        event.side_a = names.side(side_a.actor[i], side_a.community[i]);
        event.side_b = names.side(
            side_b.actor[i], event.violence == UcdpViolence::one_sided ? -1 : side_b.community[i]);
        event.dyad_name = event.side_a + " - " + event.side_b;
        event.conflict_name = event.violence == UcdpViolence::state_based
                                  ? names.country() + ": " + event.side_b
                                  : event.dyad_name;
        event.side_a_id = std::int64_t{side_a.actor[i]} + 1;
        event.side_b_id = std::int64_t{side_b.actor[i]} + 1;
        event.dyad_id = dyads.emplace(event.dyad_name, static_cast<std::int64_t>(dyads.size()) + 1)
                            .first->second;
        event.conflict_id = event.dyad_id;
        event.number_of_sources = columns.sources[i];
        event.source_article = notes;
        event.where_prec = where_prec[place_known];
        event.at = columns.at(i);
        event.where_coordinates = names.location(columns.place[i], event.at);
        event.adm_1 = columns.region_name(i);
        event.adm_2 = columns.cercle_name(i);
        event.priogrid_gid = priogrid_gid(event.at);
        event.country = names.country();
        event.country_id = codes.gw;
        event.region = codes.gw == 0 ? "" : "Africa";
        event.date_prec = date_prec[day_known];
        event.date_start = std::max(columns.date(i) - around, columns.first_day);
        event.date_end = columns.date(i) + around;
        event.deaths_a = people(deaths_a[i]);
        event.deaths_b = people(deaths_b[i]);
        event.deaths_civilians = people(civilians[i]);
        event.deaths_unknown = people(unknown[i]);
        event.best = people(best[i]);
        event.low = people(low[i]);
        event.high = people(high[i]);
        bool const is_state = event.side_a.starts_with("Government of ");
        if (is_state && codes.gw != 0) event.gwnoa = std::to_string(codes.gw);
        events.push_back(std::move(event));
    }
    return listed(std::move(events));
}

}  // namespace models
