#include "models/timeline/measures.hpp"

#include <algorithm>

namespace models {

std::optional<MeasureKind> measure_of(Effect effect) noexcept {
    auto const name = effect_names[static_cast<std::size_t>(effect)];
    auto const found = std::ranges::find(measure_names, name);
    if (found == measure_names.end()) return std::nullopt;
    return static_cast<MeasureKind>(found - measure_names.begin());
}

bool is_of_a_day(MeasureKind kind) noexcept {
    switch (kind) {
        case MeasureKind::election:
        case MeasureKind::protest:
        case MeasureKind::coup:
        case MeasureKind::kidnap:
        case MeasureKind::massacre:
        case MeasureKind::mediation:
        case MeasureKind::joint_patrol:
            return true;
        default:
            return false;
    }
}

void take_measures(Timeline const& timeline, World& world) {
    world.measures.clear();
    auto const today = static_cast<std::int64_t>(world.today.value);
    for (auto const& row : timeline) {
        if (!is_open(row, world.today)) continue;
        auto const kind = measure_of(row.effect);
        if (!kind) continue;
        if (!row.ends && is_of_a_day(*kind) && row.begins != today) continue;
        world.measures.push_back({.key = row.id,
                                  .kind = *kind,
                                  .actor = row.actor,
                                  .other = row.other,
                                  .place = row.place,
                                  .region = row.region,
                                  .value = row.value.value_or(0.0),
                                  .has_value = row.value.has_value(),
                                  .age = static_cast<std::uint32_t>(today - row.begins)});
    }
}

}  // namespace models
