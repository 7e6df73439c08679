#include "models/recorders/totals_recorder.hpp"

#include <numeric>

#include "models/world/people.hpp"

namespace models {

namespace {

std::int32_t number(std::uint64_t count) {
    return static_cast<std::int32_t>(count);
}

sim::SeriesVariable<std::int32_t> flow(sim::TimeSeries& series, char const* name,
                                       char const* long_name) {
    return series.variable<std::int32_t>(
        name, {}, {.units = "1", .long_name = long_name, .cell_methods = "time: sum"});
}

sim::SeriesVariable<std::int32_t> stock(sim::TimeSeries& series, char const* name,
                                        char const* long_name) {
    return series.variable<std::int32_t>(
        name, {}, {.units = "1", .long_name = long_name, .cell_methods = "time: point"});
}

sim::SeriesVariable<float> share(sim::TimeSeries& series, char const* name, char const* long_name,
                                 char const* comment = "") {
    return series.variable<float>(
        name, {},
        {.units = "1", .long_name = long_name, .comment = comment, .cell_methods = "time: point"});
}

}  // namespace

std::uint64_t PeopleStocks::all_away() const noexcept {
    std::uint64_t people = 0;
    for (std::size_t status = 0; status < away.size(); ++status) {
        if (is_away(static_cast<MoverStatus>(status))) people += away[status];
    }
    return people;
}

PeopleStocks people_stocks(World const& world) {
    PeopleStocks stocks;
    auto const& home = world.households.strata().people_home;
    stocks.at_home = std::accumulate(home.begin(), home.end(), std::uint64_t{0});
    for (std::size_t status = 0; status < mover_status_count; ++status) {
        auto const& people = world.places.people[status];
        stocks.away[status] = std::accumulate(people.begin(), people.end(), std::uint64_t{0});
    }
    return stocks;
}

PrisonerStocks prisoner_stocks(World const& world) {
    PrisonerStocks stocks;
    for (auto const people : world.captives.people) stocks.captives += people;
    auto const& hostages = world.economy.hostages;
    for (std::size_t i = 0; i < hostages.size(); ++i) {
        if (hostages.held[i]) stocks.kidnapped += hostages.people[i];
    }
    return stocks;
}

double mean_services(World const& world) {
    auto const& cells = world.map->cells;
    double people = 0.0, served = 0.0;
    for (std::size_t cell = 0; cell < world.cells.services.size(); ++cell) {
        if (!world.map->is_home(cells.country[cell])) continue;
        people += cells.population[cell];
        served += double{world.cells.services[cell]} * cells.population[cell];
    }
    return people > 0.0 ? served / people : 1.0;
}

TotalsRecorder::TotalsRecorder(sim::ResultWriter& writer, World const& world, Period const& period)
    : series_(writer.time_series("/totals", end_of_day(period))), before_(world.totals) {
    auto const side = vocabulary(writer, "/totals/side", flags_of(side_names), "side");
    auto const kind = vocabulary(writer, "/totals/kind", flags_of(event_kind_names), "event kind");
    define_flows(side, kind);
    define_stocks();
}

void TotalsRecorder::define_flows(sim::Dimension side, sim::Dimension kind) {
    deaths_ = series_.variable<std::int32_t>(
        "deaths", {side},
        {.units = "1", .long_name = "deaths of the day", .cell_methods = "time: sum"});
    events_ = series_.variable<std::int32_t>(
        "events", {kind},
        {.units = "1", .long_name = "events of the day", .cell_methods = "time: sum"});
    wounded_ = flow(series_, "wounded", "wounded of the day, all sides");
    departures_ = flow(series_, "departures", "people who left home");
    idps_returned_ = flow(series_, "idps_returned", "people who came home from inside the country");
    refugees_returned_ = flow(series_, "refugees_returned", "people who came home from abroad");
}

void TotalsRecorder::define_stocks() {
    at_home_ = stock(series_, "at_home", "people at home");
    travelling_ = stock(series_, "travelling", "people on the way, in either direction");
    waiting_ = stock(series_, "waiting", "people held at a closed border or a full camp");
    idps_ = stock(series_, "idps", "internally displaced people");
    refugees_ = stock(series_, "refugees", "refugees in other countries");
    captives_ = stock(series_, "captives", "fighters whom their enemies hold");
    kidnapped_ =
        stock(series_, "kidnapped", "people held for ransom, also counted where they live");
    devices_ = stock(series_, "devices", "mines and explosive devices that lie in wait");
    legitimacy_ = share(series_, "legitimacy", "how far people accept the state's rule");
    services_ = share(series_, "services",
                      "what the state does for people, mean over residents of the first day",
                      "measured every 7 days");
}

void TotalsRecorder::observe(World const& world) {
    series_.begin_step(static_cast<std::int32_t>(world.today.value));
    put_flows(world);
    put_stocks(world);
    series_.end_step();
    before_ = world.totals;
}

void TotalsRecorder::put_flows(World const& world) {
    auto const& now = world.totals;
    std::array<std::int32_t, side_count> deaths{};
    for (std::size_t side = 0; side < side_count; ++side) {
        deaths[side] = number(now.deaths[side] - before_.deaths[side]);
    }
    std::array<std::int32_t, event_kind_count> events{};
    for (std::size_t kind = 0; kind < event_kind_count; ++kind) {
        events[kind] = number(now.events[kind] - before_.events[kind]);
    }
    series_.put(deaths_, deaths);
    series_.put(events_, events);
    series_.put(wounded_, number(now.wounded - before_.wounded));
    series_.put(departures_, number(now.departures - before_.departures));
    series_.put(idps_returned_, number(now.idps_returned - before_.idps_returned));
    series_.put(refugees_returned_, number(now.refugees_returned - before_.refugees_returned));
}

void TotalsRecorder::put_stocks(World const& world) {
    auto const stocks = people_stocks(world);
    auto const away = [&stocks](MoverStatus status) {
        return number(stocks.away[static_cast<std::size_t>(status)]);
    };
    series_.put(at_home_, number(stocks.at_home));
    series_.put(travelling_, away(MoverStatus::travelling));
    series_.put(waiting_, away(MoverStatus::held));
    series_.put(idps_, away(MoverStatus::displaced));
    series_.put(refugees_, away(MoverStatus::refugee));
    auto const prisoners = prisoner_stocks(world);
    series_.put(captives_, number(prisoners.captives));
    series_.put(kidnapped_, number(prisoners.kidnapped));
    series_.put(devices_, number(world.devices.size()));
    series_.put(legitimacy_, static_cast<float>(world.legitimacy));
    if (world.today.value % services_every_days == 0) {
        last_services_ = static_cast<float>(mean_services(world));
    }
    series_.put(services_, last_services_);
}

}  // namespace models
