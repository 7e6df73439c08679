#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/observed/acled_codes.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/space/geo.hpp"

/// \file models/exchange/report_columns.hpp
/// What the groups of /reports have in common, read from a result file.

namespace models {

/// Names that rows of a result file stand for.
class ReportNames {
  public:
    explicit ReportNames(sim::ResultReader const& reader);

    /// The name of a party, as ACLED writes names: "Civilians (Mali)", "Unidentified Armed Group
    /// (Mali)", "Dogon Ethnic Militia (Mali)". \throws InputError if a row does not exist.
    [[nodiscard]] std::string party(int actor, InterCode inter, int community) const;

    /// Which people civilians or protesters are of, as ACLED names it: "Fulani Ethnic Group
    /// (Mali)"; empty if it is not known, or the party is another.
    [[nodiscard]] std::string people(InterCode inter, int community) const;

    /// The name of a party as UCDP writes names: "Government of Mali", "Civilians".
    [[nodiscard]] std::string side(int actor, int community) const;

    /// The name of a town; of none (row -1) the point's: "14.25N 3.95W".
    [[nodiscard]] std::string location(int place, sim::GeoPoint at) const;

    [[nodiscard]] std::string const& country() const noexcept { return country_; }

  private:
    [[nodiscard]] std::string const& at(std::vector<std::string> const& names, int row) const;

    std::string path_;
    std::string country_;
    std::vector<std::string> actors_, actor_classes_, places_, communities_;
    std::vector<std::int8_t> class_of_;
};

/// Columns that say when, where and how well it is known; shape (rows).
struct ReportColumns {
    /// \param group  `/reports/acled` or `/reports/ucdp`.
    /// \throws InputError if the run has no such group, or a value is out of range.
    ReportColumns(sim::ResultReader const& reader, std::string const& group);

    /// Whether a row is about the simulated country.
    [[nodiscard]] bool is_home(std::size_t row) const noexcept { return country[row] == 0; }
    [[nodiscard]] sim::Date date(std::size_t row) const {
        return first_day + std::chrono::days{day[row]};
    }
    /// Coordinates as published: four decimals.
    [[nodiscard]] sim::GeoPoint at(std::size_t row) const noexcept;
    [[nodiscard]] std::string region_name(std::size_t row) const {
        return name(regions, region[row]);
    }
    [[nodiscard]] std::string cercle_name(std::size_t row) const {
        return name(cercles, cercle[row]);
    }

    sim::Date first_day;
    std::vector<std::int32_t> event, day;
    std::vector<std::int8_t> time_precision, geo_precision, sources;
    std::vector<std::int16_t> place, country, region, cercle;
    std::vector<float> lat, lon;
    std::vector<std::string> regions, cercles;

    [[nodiscard]] std::size_t size() const noexcept { return day.size(); }

  private:
    [[nodiscard]] static std::string name(std::vector<std::string> const& names, int row);
};

/// Columns of a party; shape (rows).
struct PartyColumn {
    PartyColumn(sim::ResultReader const& reader, std::string const& group, std::string const& name);

    /// \throws InputError if the value is none of ACLED's codes.
    [[nodiscard]] InterCode inter_at(std::size_t row) const;

    std::vector<std::int16_t> actor;
    std::vector<std::int8_t> inter, community;
    std::string path;
};

}  // namespace models
