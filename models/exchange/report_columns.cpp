#include "models/exchange/report_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/observed/result_map.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

std::string capitalised(std::string word) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') {
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    }
    return word;
}

[[noreturn]] void damaged(std::string const& path, std::string const& what) {
    sim::require(false, path + ": " + what + ". The file is damaged; make it anew.");
    std::abort();
}

}  // namespace

ReportNames::ReportNames(sim::ResultReader const& reader)
    : path_{reader.path()},
      actors_{reader.read_text("/actors/name")},
      actor_classes_{flag_names(reader, "/actors/class")},
      communities_{flag_names(reader, "/reports/acled/actor1_community")},
      class_of_{reader.read<std::int8_t>("/actors/class")} {
    if (reader.contains("/places/name")) places_ = reader.read_text("/places/name");
    auto const countries = flag_names(reader, "/reports/acled/country");
    if (countries.empty()) damaged(path_, "/reports/acled/country names no country");
    country_ = countries.front();
}

std::string const& ReportNames::at(std::vector<std::string> const& names, int row) const {
    if (row < 0 || static_cast<std::size_t>(row) >= names.size()) {
        damaged(path_, "a report names a row that does not exist");
    }
    return names[static_cast<std::size_t>(row)];
}

std::string ReportNames::party(int actor, InterCode inter, int community) const {
    if (inter == InterCode::none) return "";
    if (actor >= 0) return at(actors_, actor);
    auto const here = " (" + country_ + ")";
    auto const people = community >= 0 ? capitalised(at(communities_, community)) + " " : "";
    switch (inter) {
        case InterCode::identity_militia:
            return people + "Ethnic Militia" + here;
        case InterCode::rioters:
            return "Rioters" + here;
        case InterCode::protesters:
            return "Protesters" + here;
        case InterCode::civilians:
            return "Civilians" + here;
        default:
            return "Unidentified Armed Group" + here;
    }
}

std::string ReportNames::people(InterCode inter, int community) const {
    bool const is_crowd = inter == InterCode::civilians || inter == InterCode::protesters;
    if (!is_crowd || community < 0) return "";
    return capitalised(at(communities_, community)) + " Ethnic Group (" + country_ + ")";
}

std::string ReportNames::side(int actor, int community) const {
    if (actor < 0) {
        return community >= 0 ? capitalised(at(communities_, community)) : "Civilians";
    }
    auto const row = static_cast<std::size_t>(actor);
    bool const is_state = row < class_of_.size() && at(actor_classes_, class_of_[row]) == "state";
    return is_state ? "Government of " + country_ : at(actors_, actor);
}

std::string ReportNames::location(int place, sim::GeoPoint point) const {
    if (place >= 0 && !places_.empty()) return at(places_, place);
    return fmt::format("{:.2f}{} {:.2f}{}", std::abs(point.lat), point.lat < 0 ? 'S' : 'N',
                       std::abs(point.lon), point.lon < 0 ? 'W' : 'E');
}

ReportColumns::ReportColumns(sim::ResultReader const& reader, std::string const& group) {
    sim::require(reader.contains(group + "/day"),
                 reader.path() + ": has no " + group +
                     " (what observers would have recorded). Run the scenario with a section "
                     "[reporting] and output.reports = true.");
    auto const path = [&group](char const* name) { return group + "/" + name; };
    first_day = reader.first_day(path("day"));
    event = reader.read<std::int32_t>(path("event"));
    day = reader.read<std::int32_t>(path("day"));
    time_precision = reader.read<std::int8_t>(path("time_precision"));
    geo_precision = reader.read<std::int8_t>(path("geo_precision"));
    sources = reader.read<std::int8_t>(path("sources"));
    place = reader.read<std::int16_t>(path("place"));
    country = reader.read<std::int16_t>(path("country"));
    region = reader.read<std::int16_t>(path("region"));
    cercle = reader.read<std::int16_t>(path("cercle"));
    lat = reader.read<float>(path("lat"));
    lon = reader.read<float>(path("lon"));
    regions = flag_names(reader, path("region"));
    cercles = flag_names(reader, path("cercle"));
    bool const is_right =
        std::ranges::all_of(day, [](std::int32_t d) { return d >= 0 && d < 1'000'000; });
    if (!is_right) damaged(reader.path(), path("day") + " has a day outside the run");
}

sim::GeoPoint ReportColumns::at(std::size_t row) const noexcept {
    auto const rounded = [](float degrees) { return std::round(degrees * 1e4) / 1e4; };
    return {.lat = rounded(lat[row]), .lon = rounded(lon[row])};
}

std::string ReportColumns::name(std::vector<std::string> const& names, int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= names.size()) return "";
    return names[static_cast<std::size_t>(row)];
}

PartyColumn::PartyColumn(sim::ResultReader const& reader, std::string const& group,
                         std::string const& name)
    : actor{reader.read<std::int16_t>(group + "/" + name)},
      inter{reader.read<std::int8_t>(group + "/" + name + "_inter")},
      community{reader.read<std::int8_t>(group + "/" + name + "_community")},
      path{reader.path()} {}

InterCode PartyColumn::inter_at(std::size_t row) const {
    auto const value = inter[row];
    if (value < 0 || static_cast<std::size_t>(value) >= inter_code_names.size()) {
        damaged(path, "a report has a party of no known kind");
    }
    return static_cast<InterCode>(value);
}

}  // namespace models
