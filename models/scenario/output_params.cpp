#include "models/scenario/output_params.hpp"

namespace models {

OutputParams read_output_params(sim::TomlTable const& table) {
    auto const days = [&](char const* key) {
        return static_cast<std::uint32_t>(
            table.integer_or(key, 0, {.minimum = 0, .maximum = 36'525, .unit = "days"}));
    };
    return {
        .cells_every_days = days("cells_every_days"),
        .places_every_days = days("places_every_days"),
        .units_every_days = days("units_every_days"),
        .actors_every_days = days("actors_every_days"),
        .events = table.boolean_or("events", false),
        .reports = table.boolean_or("reports", false),
        .agreements = table.boolean_or("agreements", false),
    };
}

}  // namespace models
