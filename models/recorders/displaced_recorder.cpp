#include "models/recorders/displaced_recorder.hpp"

namespace models {

namespace {

std::vector<std::uint32_t> const& people_of(World const& world, MoverStatus status) {
    return world.places.people[static_cast<std::size_t>(status)];
}

sim::SeriesVariable<std::int32_t> stock_by(sim::ResultWriter& writer, sim::TimeSeries& series,
                                           std::string const& group, std::string const& unit_name,
                                           std::vector<std::string> const& names,
                                           std::string const& long_name) {
    auto const dimension = writer.dimension("/" + group + "/" + unit_name, names.size());
    writer.write_text("/" + group + "/name", {dimension}, names,
                      {.long_name = "name of the " + unit_name});
    return series.variable<std::int32_t>(
        "people", {dimension},
        {.units = "1", .long_name = long_name, .cell_methods = "time: point"});
}

}  // namespace

std::vector<std::int32_t> refugees_by_country(World const& world) {
    std::vector<std::int32_t> sums(world.map->countries.size(), 0);
    auto const& people = people_of(world, MoverStatus::refugee);
    for (std::size_t place = 0; place < people.size(); ++place) {
        sums[world.map->places.country[place].row] += static_cast<std::int32_t>(people[place]);
    }
    return sums;
}

std::vector<std::int32_t> idps_by_region(World const& world) {
    std::vector<std::int32_t> sums(world.map->regions.size(), 0);
    auto const& people = people_of(world, MoverStatus::displaced);
    for (std::size_t place = 0; place < people.size(); ++place) {
        auto const region = world.map->places.region[place];
        if (region != no_region) sums[region.row] += static_cast<std::int32_t>(people[place]);
    }
    return sums;
}

DisplacedRecorder::DisplacedRecorder(sim::ResultWriter& writer, World const& world,
                                     Period const& period)
    : refugee_series_(writer.time_series("/refugees", end_of_day(period))),
      idp_series_(writer.time_series("/idps", end_of_day(period))) {
    refugees_ = stock_by(writer, refugee_series_, "refugees", "country", world.map->countries,
                         "refugees by country of asylum");
    idps_ = stock_by(writer, idp_series_, "idps", "region", world.map->regions,
                     "internally displaced people by the region where they are");
}

void DisplacedRecorder::observe(World const& world) {
    auto const day = static_cast<std::int32_t>(world.today.value);
    refugee_series_.begin_step(day);
    refugee_series_.put(refugees_, refugees_by_country(world));
    refugee_series_.end_step();
    idp_series_.begin_step(day);
    idp_series_.put(idps_, idps_by_region(world));
    idp_series_.end_step();
}

}  // namespace models
