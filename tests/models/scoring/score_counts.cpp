#include <fmt/format.h>

#include <iostream>
#include <optional>
#include <vector>

#include "models/scoring/forecast_scores.hpp"

/// \file tests/models/scoring/score_counts.cpp
/// Scores of counts read from standard input, for test_score_counts.py to compare with numpy.
///
/// Input: draws, months, units; PRIO-GRID's numbers of the units; the observed counts, shape
/// (months, units); the simulated ones, shape (draws, months, units). Output: `name value` a line,
/// of all months together; `nan` for what is not defined.

namespace {

void print(char const* name, std::optional<double> value) {
    fmt::print("{} {}\n", name, value ? fmt::format("{}", *value) : "nan");
}

void read(std::span<std::uint32_t> counts) {
    for (auto& count : counts) std::cin >> count;
}

}  // namespace

int main() {
    std::uint32_t draws = 0, months = 0, units = 0;
    std::cin >> draws >> months >> units;
    std::vector<std::int32_t> gids(units);
    for (auto& gid : gids) std::cin >> gid;
    models::MonthRange const range{.first = 385, .count = months};
    models::CountTable observed{1, range, units};
    models::CountTable simulated{draws, range, units};
    read(observed.draw(0));
    for (std::uint32_t draw = 0; draw < draws; ++draw) read(simulated.draw(draw));
    if (!std::cin) {
        fmt::print(stderr, "score_counts: too few numbers\n");
        return 2;
    }
    auto const scores =
        models::score_forecast(simulated, observed, models::queen_neighbours(gids)).all;
    print("crps", scores.crps);
    print("crps_log1p", scores.crps_log1p);
    print("ign", scores.ignorance);
    print("mis90", scores.interval90);
    print("coverage50", scores.coverage50);
    print("coverage90", scores.coverage90);
    print("bias_ratio", scores.bias_ratio);
    print("moran_difference", scores.moran_difference);
    print("top10_overlap", scores.top10_overlap);
    print("js_distance", scores.jensen_shannon);
    return 0;
}
