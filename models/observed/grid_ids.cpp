#include "models/observed/grid_ids.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr std::int32_t columns = 720;
constexpr std::int32_t rows = 360;
constexpr std::int32_t first_year = 1980;

}  // namespace

std::int32_t priogrid_gid(sim::GeoPoint at) noexcept {
    double const lon = at.lon - 360.0 * std::floor((at.lon + 180.0) / 360.0);
    auto const row = static_cast<std::int32_t>(std::floor((at.lat + 90.0) * 2.0));
    auto const column = static_cast<std::int32_t>(std::floor((lon + 180.0) * 2.0));
    return std::clamp(row, 0, rows - 1) * columns + std::clamp(column, 0, columns - 1) + 1;
}

sim::GeoPoint priogrid_centre(std::int32_t gid) noexcept {
    auto const row = (gid - 1) / columns;
    auto const column = (gid - 1) % columns;
    return {.lat = row / 2.0 - 90.0 + 0.25, .lon = column / 2.0 - 180.0 + 0.25};
}

std::int32_t views_month_id(sim::Date date) noexcept {
    return 12 * (sim::year_of(date) - first_year) + static_cast<std::int32_t>(sim::month_of(date));
}

sim::Date views_month_start(std::int32_t month_id) noexcept {
    auto const months = month_id - 1;
    return std::chrono::sys_days{std::chrono::year{first_year + months / 12} /
                                 std::chrono::month{static_cast<unsigned>(months % 12) + 1} /
                                 std::chrono::day{1}};
}

}  // namespace models
