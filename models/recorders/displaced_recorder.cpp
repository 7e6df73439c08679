#include "models/recorders/displaced_recorder.hpp"

#include <utility>

namespace models {

namespace {

std::vector<std::uint32_t> const& people_of(World const& world, MoverStatus status) {
    return world.places.people[static_cast<std::size_t>(status)];
}

sim::Dimension named(sim::ResultWriter& writer, std::string const& group,
                     std::string const& unit_name, std::vector<std::string> const& names) {
    auto const dimension = writer.dimension("/" + group + "/" + unit_name, names.size());
    writer.write_text("/" + group + "/name", {dimension}, names,
                      {.long_name = "name of the " + unit_name});
    return dimension;
}

sim::SeriesVariable<std::int32_t> stock(sim::TimeSeries& series, char const* name,
                                        sim::Dimension by, char const* long_name) {
    return series.variable<std::int32_t>(
        name, {by}, {.units = "1", .long_name = long_name, .cell_methods = "time: point"});
}

sim::SeriesVariable<std::int32_t> flow(sim::TimeSeries& series, char const* name, sim::Dimension by,
                                       char const* long_name) {
    return series.variable<std::int32_t>(
        name, {by}, {.units = "1", .long_name = long_name, .cell_methods = "time: sum"});
}

std::vector<std::int32_t> since(std::vector<std::uint64_t> const& now,
                                std::vector<std::uint64_t> const& before) {
    std::vector<std::int32_t> flows(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        flows[i] = static_cast<std::int32_t>(now[i] - before[i]);
    }
    return flows;
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
                                     Period const& period, Registrations registrations)
    : registrations_(std::move(registrations)),
      refugee_series_(writer.time_series("/refugees", end_of_day(period))),
      idp_series_(writer.time_series("/idps", end_of_day(period))),
      before_(world.returns) {
    auto const country = named(writer, "refugees", "country", world.map->countries);
    refugees_ = stock(refugee_series_, "people", country, "refugees by country of asylum");
    registered_ =
        stock(refugee_series_, "registered", country,
              "refugees on the lists of the country, which overstate them until verified");
    refugees_returned_ =
        flow(refugee_series_, "returned", country, "people who came home from the country");
    auto const region = named(writer, "idps", "region", world.map->regions);
    idps_ = stock(idp_series_, "people", region,
                  "internally displaced people by the region where they are");
    idps_returned_ = flow(idp_series_, "returned", region,
                          "people who came home to the region from inside the country");
}

void DisplacedRecorder::observe(World const& world) {
    auto const day = static_cast<std::int32_t>(world.today.value);
    refugee_series_.begin_step(day);
    refugee_series_.put(refugees_, refugees_by_country(world));
    refugee_series_.put(registered_, registered_by_country(world, registrations_));
    refugee_series_.put(refugees_returned_, since(world.returns.refugees, before_.refugees));
    refugee_series_.end_step();
    idp_series_.begin_step(day);
    idp_series_.put(idps_, idps_by_region(world));
    idp_series_.put(idps_returned_, since(world.returns.idps, before_.idps));
    idp_series_.end_step();
    before_ = world.returns;
}

}  // namespace models
