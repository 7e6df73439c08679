#include "benchmarks/population_runs.hpp"

#include <fmt/format.h>

#include <span>
#include <thread>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_country.hpp"
#include "models/scenario/first_world.hpp"
#include "models/world/people.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/schedule/schedule.hpp"

namespace bench {
namespace {

using models::World;

/// A country with its first world, and what was measured while it was made.
struct Country {
    models::Scenario scenario;
    World world;
    PopulationRun found;
};

Country make_country(PopulationCase const& what) {
    Country country;
    double const before = resident_memory_mib();
    sim::set_threads(thread_counts().back());
    sim::Stopwatch watch{true};
    country.scenario = synthetic_scenario(what.size, what.urge);
    country.world = models::make_world(country.scenario, sim::Seed{1});
    auto& found = country.found;
    watch.add_to(found.make_seconds);
    auto const& households = country.world.households;
    found.country = what;
    found.households = static_cast<double>(households.size());
    found.bytes_at_rest = static_cast<double>(households.bytes_at_rest()) / found.households;
    found.resident_bytes = (resident_memory_mib() - before) * 1048576.0 / found.households;
    found.peak_mib = peak_memory_mib();
    found.people_before = models::count_people(country.world).all();
    return country;
}

/// Run a country once; \p is_last counts its people again.
void run_once(Country& country, bool is_last) {
    World world = country.world;
    auto const schedule = synthetic_schedule(country.scenario, world);
    double const before = cpu_seconds();
    sim::run(world, schedule, std::span<sim::Observer<World> const>{}, sim::Day{population_days});
    country.found.seconds.push_back(cpu_seconds() - before);
    country.found.departures = static_cast<double>(world.households.movers().size());
    if (!is_last) return;
    auto const count = models::count_people(world);
    country.found.people_after = count.all();
    country.found.is_conserved = count.sums_are_true && count.all() == country.found.people_before;
}

}  // namespace

std::vector<PopulationRun> run_populations(std::vector<PopulationCase> const& cases,
                                           std::size_t turns) {
    std::vector<Country> countries;
    for (auto const& what : cases) countries.push_back(make_country(what));
    sim::set_threads(1);
    for (std::size_t turn = 0; turn < turns; ++turn) {
        for (auto& country : countries) run_once(country, turn + 1 == turns);
    }
    std::vector<PopulationRun> runs;
    for (auto const& country : countries) runs.push_back(country.found);
    return runs;
}

void print(std::vector<PopulationRun> const& runs) {
    fmt::print(
        "\nRuns of {} days with one thread, medians of {}; the countries by turns\n"
        "{:26} {:>10} {:>10} {:>8} {:>6} {:>8} {:>8} {:>8} {:>8} {:>7}\n",
        population_days, runs.front().seconds.size(), "country", "households", "departures",
        "CPU [s]", "ratio", "us/dep.", "B/hh", "RSS/hh", "make [s]", "MiB");
    for (auto const& run : runs) {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < run.seconds.size(); ++i) {
            ratios.push_back(run.seconds[i] / runs.front().seconds[i]);
        }
        double const seconds = median(run.seconds);
        fmt::print(
            "{:26} {:10.0f} {:10.0f} {:8.3f} {:6.2f} {:8.2f} {:8.2f} {:8.2f} {:8.2f} {:7.0f}\n",
            run.country.name, run.households, run.departures, seconds, median(ratios),
            1e6 * seconds / run.departures, run.bytes_at_rest, run.resident_bytes, run.make_seconds,
            run.peak_mib);
    }
    fmt::print(
        "us/dep.: for each departure; B/hh: of the store, by household; RSS/hh: memory more than "
        "before the\nworld was made; MiB: most memory until then. Most of all, with the copy to "
        "run: {:.0f} MiB\n",
        peak_memory_mib());
    for (auto const& run : runs) {
        fmt::print("{}: {} people on the first morning, {} counted after the last day{}\n",
                   run.country.name, run.people_before, run.people_after,
                   run.is_conserved ? ", every running sum true" : ": NOT CONSERVED");
    }
}

}  // namespace bench
