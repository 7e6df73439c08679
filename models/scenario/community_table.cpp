#include "models/scenario/community_table.hpp"

#include <cmath>
#include <numeric>

#include "models/scenario/names.hpp"
#include "models/scenario/table_fields.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/range.hpp"
#include "sim/config/unique_keys.hpp"

namespace models {

RegionCommunities read_communities(std::filesystem::path const& path,
                                   std::vector<std::string> const& regions) {
    constexpr double tolerance = 1e-6;
    auto const table = sim::CsvTable::load(path, {"region", "community", "share"}, {"note_source"});
    NameIndex const names{"region", regions};
    sim::UniqueKeys pairs;
    RegionCommunities shares(regions.size(), CommunityShares{});
    for (auto const& row : table.rows()) {
        auto const region = row_of(row, "region", names);
        auto const community = row.choice("community", community_names);
        pairs.add(row, "community", row.text("region") + " / " + row.text("community"));
        shares[region][community] = row.number("share", {.minimum = 0.0, .maximum = 1.0});
    }
    for (std::size_t i = 0; i < regions.size(); ++i) {
        double const sum = std::accumulate(shares[i].begin(), shares[i].end(), 0.0);
        sim::require(std::abs(sum - 1.0) <= tolerance,
                     table.name() + ": the shares of region '" + regions[i] + "' sum to " +
                         sim::shortest_text(sum) +
                         " (must be 1 within 1e-6). Correct or add rows of that region.");
    }
    return shares;
}

}  // namespace models
