#include "models/calibration/run_record.hpp"

#include <numeric>

#include "sim/base/check.hpp"
#include "sim/config/range.hpp"

namespace models {
namespace {

template <class Counts>
std::uint32_t sum(Counts const& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint32_t{0});
}

}  // namespace

RunRecord record_of(RunSummary const& summary) {
    RunRecord record;
    record.figures = summary.figures;
    for (auto const& month : summary.months) {
        record.months.push_back({.deaths = sum(month.deaths),
                                 .acled_deaths = sum(month.acled_deaths),
                                 .refugees = sum(month.refugees),
                                 .idps = month.idps});
    }
    return record;
}

std::vector<std::string> settings_of(std::vector<std::string> const& keys,
                                     RunRequest const& request) {
    SIM_EXPECTS(keys.size() == request.values.size());
    std::vector<std::string> settings;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        settings.push_back(keys[i] + "=" + sim::shortest_text(request.values[i]));
    }
    return settings;
}

}  // namespace models
