#include "models/recorders/cells_recorder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/recorders/cells_axes.hpp"
#include "models/world/people.hpp"

namespace models {

namespace {

sim::Attributes field(std::string long_name, std::string cell_methods, std::string comment = "") {
    return {.units = "1",
            .long_name = std::move(long_name),
            .comment = std::move(comment),
            .cell_methods = std::move(cell_methods),
            .fill_value = no_value,
            .more = {{"grid_mapping", "crs"}}};
}

sim::Attributes actor_field(std::string long_name) {
    auto attributes = field(std::move(long_name), "time: point");
    attributes.units.clear();
    return attributes;
}

sim::Storage one_map_a_chunk(World const& world) {
    return {.chunk = {1, world.map->grid.spec().rows, world.map->grid.spec().columns}};
}

float rounded(double value) noexcept {
    return static_cast<float>(std::round(value * 128.0) / 128.0);
}

}  // namespace

CellsRecorder::CellsRecorder(sim::ResultWriter& writer, World const& world, Period const& period,
                             std::uint32_t every_days)
    : last_(period.last),
      every_days_(every_days),
      at_(positions_in_map(world.map->grid)),
      map_size_(std::size_t{world.map->grid.spec().rows} * world.map->grid.spec().columns),
      series_(writer.time_series("/cells", end_of_day(period), 1)),
      events_so_far_(map_size_, 0),
      deaths_so_far_(map_size_, 0) {
    auto const axes = write_cell_axes(writer, *world.map);
    define_war({axes.lat, axes.lon}, one_map_a_chunk(world));
    define_people({axes.lat, axes.lon}, one_map_a_chunk(world));
    for (auto* field_so_far : {&events_so_far_, &deaths_so_far_}) {
        std::ranges::fill(*field_so_far, no_value);
        for (auto const at : at_) (*field_so_far)[at] = 0;
    }
}

void CellsRecorder::define_war(std::vector<sim::Dimension> const& map,
                               sim::Storage const& storage) {
    dominant_ = series_.variable<std::int16_t>(
        "dominant_actor", map,
        actor_field("actor with the largest share of control: row in /actors"), storage);
    control_ = series_.variable<float>("control", map,
                                       field("share of the cell that the dominant actor controls",
                                             "time: point", "rounded to 1/128"),
                                       storage);
    events_ = series_.variable<std::int32_t>(
        "events", map, field("events since the map before", "time: sum"), storage);
    deaths_ = series_.variable<std::int32_t>(
        "deaths", map, field("deaths since the map before", "time: sum"), storage);
}

void CellsRecorder::define_people(std::vector<sim::Dimension> const& map,
                                  sim::Storage const& storage) {
    displaced_ = series_.variable<std::int32_t>(
        "displaced", map, field("people away from their home in the cell", "time: point"), storage);
    services_ =
        series_.variable<float>("services", map,
                                field("what the state does for people there; 1: as in peace",
                                      "time: point", "rounded to 1/128"),
                                storage);
    grievance_ = series_.variable<float>(
        "grievance", map,
        field("recent harm that people there hold against the state, events, all communities",
              "time: point", "rounded to 1/128"),
        storage);
    pact_ = series_.variable<std::int16_t>(
        "pact", map,
        actor_field("armed group with which the people there have a pact: row in /actors"),
        storage);
}

void CellsRecorder::observe(World const& world) {
    for (auto const& event : world.events) {
        ++events_so_far_[at_[event.cell.row]];
        deaths_so_far_[at_[event.cell.row]] += static_cast<std::int32_t>(event.all_deaths());
    }
    if (!is_due(world.today, every_days_, last_)) return;
    series_.begin_step(static_cast<std::int32_t>(world.today.value));
    put_control(world);
    series_.put(events_, events_so_far_);
    series_.put(deaths_, deaths_so_far_);
    put_displaced(world);
    put_services(world);
    put_grievance(world);
    put_pacts(world);
    series_.end_step();
    for (auto const at : at_) events_so_far_[at] = deaths_so_far_[at] = 0;
}

void CellsRecorder::put_control(World const& world) {
    std::vector<std::int16_t> dominant(map_size_, no_value);
    std::vector<float> control(map_size_, static_cast<float>(no_value));
    for (auto const cell : world.map->grid.cells()) {
        auto const shares = world.cells.control_of(cell, world.actors.size());
        auto const largest = std::ranges::max_element(shares);
        bool const is_controlled = largest != shares.end() && *largest > 0.0F;
        control[at_[cell.row]] = is_controlled ? rounded(*largest) : 0.0F;
        if (!is_controlled) continue;
        dominant[at_[cell.row]] = static_cast<std::int16_t>(largest - shares.begin());
    }
    series_.put(dominant_, dominant);
    series_.put(control_, control);
}

void CellsRecorder::put_displaced(World const& world) {
    std::vector<std::int32_t> displaced(map_size_, no_value);
    for (auto const at : at_) displaced[at] = 0;
    for (Mover const& mover : world.households.movers()) {
        if (is_away(mover.status)) displaced[at_[mover.home.row]] += mover.people;
    }
    series_.put(displaced_, displaced);
}

void CellsRecorder::put_services(World const& world) {
    std::vector<float> services(map_size_, static_cast<float>(no_value));
    for (std::size_t cell = 0; cell < at_.size(); ++cell) {
        services[at_[cell]] = rounded(world.cells.services[cell]);
    }
    series_.put(services_, services);
}

void CellsRecorder::put_grievance(World const& world) {
    std::vector<double> sums(at_.size(), 0.0);
    auto const& field_of_all = world.cells.grievance;
    for (auto const row : field_of_all.active()) {
        sums[row / community_count] += field_of_all.at(row, world.today);
    }
    std::vector<float> grievance(map_size_, static_cast<float>(no_value));
    for (std::size_t cell = 0; cell < at_.size(); ++cell)
        grievance[at_[cell]] = rounded(sums[cell]);
    series_.put(grievance_, grievance);
}

void CellsRecorder::put_pacts(World const& world) {
    std::vector<std::int16_t> pact(map_size_, no_value);
    for (std::size_t cell = 0; cell < at_.size(); ++cell) {
        pact[at_[cell]] = row_value<std::int16_t>(world.cells.pact[cell]);
    }
    series_.put(pact_, pact);
}

}  // namespace models
