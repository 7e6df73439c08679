#include "models/displacement/alias_table.hpp"

#include <cmath>

#include "sim/base/check.hpp"

namespace models {

AliasTable::AliasTable(std::span<double const> weights) {
    double total = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        SIM_EXPECTS(weights[i] >= 0.0 && std::isfinite(weights[i]));
        if (weights[i] <= 0.0) continue;
        total += weights[i];
        columns_.push_back({weights[i], static_cast<std::uint32_t>(i), 0});
    }
    // Scale to a mean of 1; then fill each column below 1 from one above.
    std::vector<std::size_t> low, high;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        columns_[c].share *= static_cast<double>(columns_.size()) / total;
        (columns_[c].share < 1.0 ? low : high).push_back(c);
    }
    while (!low.empty() && !high.empty()) {
        std::size_t const poor = low.back();
        std::size_t const rich = high.back();
        low.pop_back();
        columns_[poor].alias = columns_[rich].index;
        columns_[rich].share -= 1.0 - columns_[poor].share;
        if (columns_[rich].share >= 1.0) continue;
        high.pop_back();
        low.push_back(rich);
    }
    // What is left is 1 but for rounding.
    for (std::size_t const c : low) columns_[c].share = 1.0;
    for (std::size_t const c : high) columns_[c].share = 1.0;
}

}  // namespace models
