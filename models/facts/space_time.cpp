#include "models/facts/space_time.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "models/facts/statistics.hpp"

namespace models {

namespace {

constexpr std::int64_t nearest_days = 90;
constexpr double fewest_expected = 1.0;

// An event as a point on the unit sphere and a day: chords are cheaper than arcs.
struct Point {
    double x, y, z;
    std::int64_t day;
};

std::vector<Point> points_of(ObservedEvents events) {
    std::vector<Point> points;
    points.reserve(events.size());
    for (auto const& event : events) {
        double const lat = sim::radians(event.at.lat), lon = sim::radians(event.at.lon);
        points.push_back({std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon),
                          std::sin(lat), event.date.time_since_epoch().count()});
    }
    std::ranges::stable_sort(points, {}, &Point::day);
    return points;
}

// Squared length of the chord between two points of the unit sphere.
double squared_chord(Point const& a, Point const& b) noexcept {
    double const x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return x * x + y * y + z * z;
}

double squared_chord_of(double km) noexcept {
    double const chord = 2.0 * std::sin(km / sim::earth_radius_km / 2.0);
    return chord * chord;
}

double km_of(double squared_chord) noexcept {
    return 2.0 * sim::earth_radius_km * std::asin(std::min(std::sqrt(squared_chord) / 2.0, 1.0));
}

}  // namespace

std::uint64_t KnoxTable::all() const noexcept {
    std::uint64_t sum = 0;
    for (auto const& row : pairs) {
        for (auto const count : row) sum += count;
    }
    return sum;
}

double KnoxTable::expected(std::size_t km_band, std::size_t day_band) const noexcept {
    std::uint64_t near_in_space = 0, near_in_time = 0;
    for (auto const count : pairs[km_band]) near_in_space += count;
    for (auto const& row : pairs) near_in_time += row[day_band];
    double const both = static_cast<double>(near_in_space) * static_cast<double>(near_in_time);
    return ratio_of(both, static_cast<double>(all())).value_or(0.0);
}

std::optional<double> KnoxTable::ratio(std::size_t km_band, std::size_t day_band) const noexcept {
    return ratio_of(static_cast<double>(pairs[km_band][day_band]), expected(km_band, day_band));
}

KnoxTable knox_table(ObservedEvents events) {
    std::array<double, knox_km.size()> ends{};
    // Half a millimetre more, so that rounding does not move places from a band's end.
    for (std::size_t i = 0; i < ends.size(); ++i) ends[i] = squared_chord_of(knox_km[i] + 5e-7);
    auto const points = points_of(events);
    KnoxTable table;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::size_t day_band = 0;  // later events are never in an earlier band
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            auto const days = points[j].day - points[i].day;
            while (day_band < knox_days.size() && days > knox_days[day_band]) ++day_band;
            double const chord = squared_chord(points[i], points[j]);
            std::size_t km_band = 0;
            for (auto const end : ends) km_band += chord > end ? 1U : 0U;
            ++table.pairs[km_band][day_band];
        }
    }
    return table;
}

FactReport knox_facts(ObservedEvents events) {
    auto const table = knox_table(events);
    FactReport facts;
    for (std::size_t km = 0; km < knox_km.size(); ++km) {
        for (std::size_t day = 0; day < knox_days.size(); ++day) {
            auto const key =
                "knox_" + std::string{knox_km_names[km]} + "_" + std::string{knox_day_names[day]};
            bool const is_noise = table.expected(km, day) < fewest_expected;
            facts.push_back(
                {key, is_noise ? std::nullopt : table.ratio(km, day), table.pairs[km][day]});
        }
    }
    return facts;
}

FactReport nearest_event_facts(ObservedEvents events, FactContext const& context) {
    auto const points = points_of(events);
    auto const from = context.first_day.time_since_epoch().count() + nearest_days;
    std::vector<double> distances;
    std::size_t oldest = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        while (points[i].day - points[oldest].day > nearest_days) ++oldest;
        if (points[i].day < from) continue;
        double nearest = std::numeric_limits<double>::infinity();
        for (auto j = oldest; j < i && points[j].day < points[i].day; ++j) {
            nearest = std::min(nearest, squared_chord(points[i], points[j]));
        }
        if (std::isfinite(nearest)) distances.push_back(km_of(nearest));
    }
    auto const n = distances.size();
    return {{"nearest_event_median_km", quantile_of(distances, 0.5), n},
            {"nearest_event_p75_km", quantile_of(distances, 0.75), n},
            {"nearest_event_p95_km", quantile_of(distances, 0.95), n}};
}

}  // namespace models
