#include "models/seasons/seasons_params.hpp"

#include <algorithm>

namespace models {

SeasonsParams read_seasons_params(sim::TomlTable const& table) {
    SeasonsParams params;
    auto const lean = table.numbers("lean", {.minimum = 0.0, .maximum = 1.0});
    if (lean.size() != params.lean.size()) {
        table.error("lean", "(must have 12 numbers, January to December). Add or remove some.");
    }
    std::ranges::copy(lean, params.lean.begin());
    params.regions = table.texts("regions");
    return params;
}

}  // namespace models
