#include "models/scenario/community_table.hpp"

#include <cmath>
#include <numeric>
#include <optional>

#include "models/scenario/names.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/range.hpp"
#include "sim/config/unique_keys.hpp"

namespace models {
namespace {

constexpr double tolerance = 1e-6;

/// \param last_row  The last row of each region, for messages; nothing if it has none.
void check_sums(std::vector<std::string> const& regions, RegionCommunities const& shares,
                std::vector<std::optional<sim::CsvRow>> const& last_row, sim::CsvRow const& last) {
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (!last_row[i]) {
            last.error("region", "(is the last row, and region '" + regions[i] +
                                     "' has no shares). Add its rows.");
        }
        double const sum = std::accumulate(shares[i].begin(), shares[i].end(), 0.0);
        if (std::abs(sum - 1.0) > tolerance) {
            last_row[i]->error("share", "(the shares of '" + regions[i] + "' sum to " +
                                            sim::shortest_text(sum) +
                                            ", must be 1 within 1e-6). Correct or add its rows.");
        }
    }
}

}  // namespace

RegionCommunities read_communities(std::filesystem::path const& path,
                                   std::vector<std::string> const& regions) {
    auto const table = sim::CsvTable::load(path, {"region", "community", "share"}, {"note_source"});
    NameIndex const names{"region", regions};
    sim::UniqueKeys pairs;
    RegionCommunities shares(regions.size(), CommunityShares{});
    std::vector<std::optional<sim::CsvRow>> last_row(regions.size());
    auto const rows = table.rows();
    sim::require(!rows.empty(), table.name() + ": has no rows. Add those of every region.");
    for (auto const& row : rows) {
        auto const region = row_of(row, "region", names);
        auto const community = row.choice("community", community_names);
        pairs.add(row, "community", row.text("region") + " / " + row.text("community"));
        last_row[region] = row;
        shares[region][community] = row.number("share", {.minimum = 0.0, .maximum = 1.0});
    }
    check_sums(regions, shares, last_row, rows.back());
    return shares;
}

}  // namespace models
