#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "models/facts/fact_context.hpp"
#include "sim/random/stream.hpp"

/// \file tests/models/facts/event_maker.hpp
/// Events and reports for tests of the facts.

namespace models::testing {

/// 1 January of a year in which nothing is special, a Monday.
inline sim::Date const first_day = sim::make_date(2018, 1, 1);

/// An event on a day of the period, from 0.
inline ObservedEvent event_on(std::int64_t day, std::uint32_t deaths = 0, sim::GeoPoint at = {}) {
    ObservedEvent event;
    event.date = first_day + std::chrono::days{day};
    event.deaths = deaths;
    event.at = at;
    return event;
}

/// The first so many days from first_day.
inline FactContext period(std::int64_t days) {
    return {.first_day = first_day, .last_day = first_day + std::chrono::days{days - 1}};
}

inline Fact fact(FactReport const& report, std::string const& key) {
    for (auto const& one : report) {
        if (one.key == key) return one;
    }
    return {.key = "missing"};
}

/// The value of a fact; not a number where there is none, so that no comparison holds.
inline double value_of(FactReport const& report, std::string const& key) {
    return fact(report, key).value.value_or(std::numeric_limits<double>::quiet_NaN());
}

/// Draws for one purpose of a test.
inline sim::Stream draws(std::uint32_t purpose) {
    return {sim::Seed{42}, sim::Purpose{purpose}, 0, sim::Day{0}};
}

}  // namespace models::testing
