#include "models/timeline/timeline.hpp"

#include <cmath>

namespace models {
namespace {

/// What the row of an effect must name.
struct Needs {
    bool actor = false;
    bool other = false;
    bool area = false;  // a place or a region
    bool value = false;
    double lowest = -1.0;
    double highest = 1.0;
};

Needs needs_of(Effect effect) noexcept {
    constexpr double any_number = 1e9;
    switch (effect) {
        case Effect::actor_start:
            return {.actor = true, .lowest = 0.0, .highest = any_number};
        case Effect::actor_end:
            return {.actor = true};
        case Effect::split:
            return {.actor = true, .other = true, .value = true, .lowest = 0.0};
        case Effect::merge:
        case Effect::hostile:
        case Effect::neutral:
        case Effect::allied:
        case Effect::ceasefire:
        case Effect::ceasefire_end:
        case Effect::accord:
        case Effect::break_agreement:
            return {.actor = true, .other = true};
        case Effect::mediation:
        case Effect::joint_patrol:
        case Effect::ddr:
        case Effect::monitor:
        case Effect::amnesty:
            return {.actor = true, .other = true, .lowest = 0.0, .highest = any_number};
        case Effect::buffer_zone:
            return {.actor = true,
                    .other = true,
                    .area = true,
                    .value = true,
                    .lowest = 0.0,
                    .highest = 1000.0};
        case Effect::handover:
            return {.actor = true, .area = true};
        case Effect::restraint:
            return {.actor = true, .value = true, .lowest = 0.0};
        case Effect::protection:
            return {.actor = true, .value = true, .lowest = 0.0, .highest = 10.0};
        case Effect::aid:
            return {.value = true, .lowest = 0.0};
        case Effect::kidnap:
            return {.actor = true, .area = true, .lowest = 0.0, .highest = any_number};
        case Effect::withdraw:
            return {.actor = true, .area = true};
        case Effect::offensive:
            return {.actor = true, .area = true, .lowest = 0.0, .highest = any_number};
        case Effect::lie_low:
            return {.actor = true, .value = true, .lowest = 0.0, .highest = any_number};
        case Effect::deploy_region:
            return {
                .actor = true, .area = true, .value = true, .lowest = 0.0, .highest = any_number};
        case Effect::cohesion:
            return {.actor = true, .value = true};
        case Effect::food_stress:
            return {.value = true, .lowest = 0.0};
        default:
            return {.lowest = -any_number, .highest = any_number};
    }
}

/// 0.25 as `0.25`, 3 as `3`.
std::string text_of(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace

std::string fault_of(TimelineRow const& row) {
    std::string const name{effect_names[static_cast<std::size_t>(row.effect)]};
    Needs const needs = needs_of(row.effect);
    bool const has_area = row.place != no_place || row.region != no_region;
    if (needs.actor && row.actor == no_actor) return name + " needs an actor";
    if (needs.other && row.other == no_actor) return name + " needs another actor";
    if (needs.other && row.other == row.actor) return name + " needs two different actors";
    if (needs.area && !has_area) return name + " needs a place or a region";
    if (needs.value && !row.value) return name + " needs a value";
    if (row.value && !(*row.value >= needs.lowest && *row.value <= needs.highest)) {
        return "the value of " + name + " must be from " + text_of(needs.lowest) + " to " +
               text_of(needs.highest);
    }
    if (row.effect == Effect::food_stress && row.place != no_place) {
        return "food_stress needs a region, or none for everywhere, not a place";
    }
    bool const is_about_a_place =
        row.effect == Effect::buffer_zone || row.effect == Effect::handover;
    if (is_about_a_place && row.place == no_place) return name + " needs a place, not a region";
    if (row.ends && *row.ends <= row.begins) return name + " must end after it begins";
    return {};
}

bool is_episode(TimelineRow const& row) noexcept {
    switch (row.effect) {
        case Effect::offensive:
        case Effect::lie_low:
        case Effect::food_stress:
            return true;
        case Effect::deploy_region:
            return row.ends.has_value();
        default:
            return false;
    }
}

bool is_open(TimelineRow const& row, sim::Day today) noexcept {
    auto const day = static_cast<std::int64_t>(today.value);
    return row.begins <= day && (!row.ends || day < *row.ends);
}

}  // namespace models
