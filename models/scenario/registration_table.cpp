#include "models/scenario/registration_table.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/scenario/names.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/config/csv_table.hpp"

namespace models {
namespace {

constexpr std::string_view country_prefix = "country:";
constexpr sim::Range count_range{
    .minimum = 0.0, .maximum = 50'000'000.0, .unit = "people", .minimum_excluded = true};

/// A row: a verification of one place, or of the places of a country that have no row.
struct ListRow {
    std::optional<CountryId> country;
    Verification verification;
};

class ListReader {
  public:
    explicit ListReader(Geography const& map)
        : map_{map},
          places_{"place", map.places.key},
          countries_{"country in the grid", map.countries} {}

    void read(sim::CsvRow const& row) {
        ListRow list;
        auto const name = row.text("place");
        if (name.starts_with(country_prefix)) {
            list.country = country_of(row, name.substr(country_prefix.size()));
        } else {
            list.verification.place = PlaceId{row_of(row, "place", places_)};
            with_a_row_.insert(list.verification.place);
        }
        bool const is_home =
            list.country ? map_.is_home(*list.country) : map_.is_home(list.verification.place);
        if (is_home) {
            row.error("place",
                      "(lies in the simulated country, where nobody is a refugee). Name a "
                      "place abroad.");
        }
        list.verification.verified_on = date_of(row, name);
        list.verification.counted_before = row.number("counted_before", count_range);
        list.verification.counted_after = row.number("counted_after", count_range);
        lists_.push_back(list);
    }

    /// Every row as verifications of places.
    [[nodiscard]] std::vector<Verification> finish() const {
        std::vector<Verification> verifications;
        for (auto const& list : lists_) {
            auto one = list.verification;
            if (!list.country) {
                verifications.push_back(one);
                continue;
            }
            for (std::uint32_t i = 0; i < map_.places.size(); ++i) {
                one.place = PlaceId{i};
                bool const is_other =
                    map_.places.country[i] == *list.country && !with_a_row_.contains(one.place);
                if (is_other) verifications.push_back(one);
            }
        }
        return verifications;
    }

  private:
    [[nodiscard]] CountryId country_of(sim::CsvRow const& row, std::string const& name) const {
        auto const country = countries_.find(name);
        if (!country) row.error("place", "names '" + name + "' " + countries_.remark(name));
        return CountryId{*country};
    }

    /// The day of a row, later than that of the row before of the same name.
    [[nodiscard]] sim::Date date_of(sim::CsvRow const& row, std::string const& name) {
        auto const date = sensible_date(row, "verified_on");
        auto const [before, is_first] = last_.try_emplace(name, date);
        if (!is_first && date <= before->second) {
            row.error("verified_on", "(is not after the one before of this place, " +
                                         sim::to_string(before->second) + "). Sort the rows.");
        }
        before->second = date;
        return date;
    }

    Geography const& map_;
    NameIndex places_, countries_;
    std::map<std::string, sim::Date> last_;
    std::set<PlaceId> with_a_row_;
    std::vector<ListRow> lists_;
};

}  // namespace

Registrations read_registrations(std::filesystem::path const& path, Geography const& map) {
    auto const table = sim::CsvTable::load(
        path, {"place", "verified_on", "counted_before", "counted_after"}, {"note_source"});
    ListReader reader{map};
    for (auto const& row : table.rows()) reader.read(row);
    return Registrations{reader.finish()};
}

}  // namespace models
