#include "benchmarks/flee_report.hpp"

#include <fmt/format.h>

#include "benchmarks/measure.hpp"

namespace bench {
namespace {

constexpr double whole_run_bar = 0.15;  // [s], 1,000 times less than Flee
constexpr double growth_bar = 1.3;      // cost of a move, 2,500 places to 100
constexpr std::uint32_t few_places = 100;
constexpr std::uint32_t many_places = 2500;

constexpr char const* verdict(bool is_reached) {
    return is_reached ? "passed" : "FAILED";
}

double seconds(Phases const& phases, std::string const& name) {
    auto const found = phases.find(name);
    return found == phases.end() ? 0.0 : median(found->second);
}

/// What one thing costs of a time [ns].
double nanoseconds_each(double time, double count) {
    return count > 0.0 ? 1e9 * time / count : 0.0;
}

/// CPU time of a move; tables of destinations are set-up, made when they are first needed.
double move_cost(NetworkRuns const& runs) {
    double const days = seconds(runs.seconds, "days") - seconds(runs.seconds, "tables");
    return nanoseconds_each(days, runs.links + (runs.tables > 0.0 ? runs.choices : 0.0));
}

/// CPU time of a choice of destination with its table made.
double choice_cost(NetworkRuns const& runs) {
    return nanoseconds_each(seconds(runs.seconds, "choices"), runs.choices);
}

// What the command line did not select is there, without a sample.
FleeSamples measured(FleeSamples found) {
    std::erase_if(found.networks, [](auto const& one) { return one.second.seconds.empty(); });
    std::erase_if(found.mali, [](auto const& one) { return one.second.clock.empty(); });
    return found;
}

void print_networks(FleeSamples const& found) {
    if (found.networks.empty()) return;
    fmt::print(
        "\nSynthetic networks, one thread, CPU time, medians. Set-up is apart from the days: read "
        "the files,\nmap and ways, first world, and (azalai) a table of destinations for each "
        "place that anybody leaves.\nA move: flee, a departure along a link; azalai, a choice of "
        "destination or a link travelled.\n"
        "{:6} {:>6} {:>9} {:>9} {:>9} | {:>7} {:>7} {:>7} {:>7} {:>7} | {:>9} {:>8} {:>8}\n"
        "{:6} {:>6} {:>9} {:>9} {:>9} | {:>7} {:>7} {:>7} {:>7} {:>7} | {:>9} {:>8} {:>8}\n",
        "rules", "places", "people", "links", "choices", "read", "map", "world", "tables", "days",
        "agentdays", "move", "choice", "", "", "away", "", "", "[ms]", "[ms]", "[ms]", "[ms]",
        "[ms]", "[M/s]", "[ns]", "[ns]");
    for (auto const& [key, runs] : found.networks) {
        auto const& [rules, places] = key;
        auto const ms = [&phases = runs.seconds](char const* name) {
            return 1e3 * seconds(phases, name);
        };
        double const choice = choice_cost(runs);
        fmt::print("{:6} {:6} {:9.0f} {:9.0f} {:9.0f} | {:7.2f} {:7.2f} {:7.2f} {:7.2f} {:7.2f}",
                   rules, places, runs.displaced, runs.links, runs.choices, ms("read"), ms("map"),
                   ms("world"), ms("tables"), ms("days"));
        fmt::print(" | {:9.1f} {:8.1f} {:>8}\n",
                   1e-6 * runs.agent_days / seconds(runs.seconds, "days"), move_cost(runs),
                   choice > 0.0 ? fmt::format("{:.1f}", choice) : "");
    }
}

void print_growth(char const* rules, char const* what, double growth, std::string const& bar) {
    fmt::print("  {:6} cost of a {}, {} places to {}: {:.2f}; {}\n", rules, what, many_places,
               few_places, growth, bar);
}

void print_growth(FleeSamples const& found) {
    for (auto const* const rules : {"flee", "azalai"}) {
        auto const few = found.networks.find({rules, few_places});
        auto const many = found.networks.find({rules, many_places});
        if (few == found.networks.end() || many == found.networks.end()) continue;
        double const growth = move_cost(many->second) / move_cost(few->second);
        print_growth(rules, "move", growth,
                     fmt::format("bar {:.1f}: {}", growth_bar, verdict(growth <= growth_bar)));
        if (choice_cost(few->second) == 0.0) continue;
        print_growth(rules, "choice", choice_cost(many->second) / choice_cost(few->second),
                     "no bar, most tables are drawn from only a few times (README.md)");
    }
}

void print_mali(FleeSamples const& found) {
    if (found.mali.empty()) return;
    fmt::print("\nMali 2012, hasten 1, from the files to the files written, one thread, medians\n");
    for (auto const& [rules, runs] : found.mali) {
        double const clock = median(runs.clock);
        fmt::print("  {:6} clock {:.3f} s, CPU {:.3f} s, {:.1f} million agent-days/s;", rules,
                   clock, median(runs.cpu), 1e-6 * runs.agent_days / clock);
        for (auto const& [phase, times] : runs.seconds) {
            fmt::print(" {} {:.1f}", phase, 1e3 * median(times));
        }
        fmt::print(" ms\n");
    }
}

void print_whole_run_bar(FleeSamples const& found) {
    auto const flee = found.mali.find("flee");
    if (flee == found.mali.end()) return;
    double const clock = median(flee->second.clock);
    double const cpu = median(flee->second.cpu);
    fmt::print("  flee   Mali 2012: CPU {:.3f} s, clock {:.3f} s; bar {:.2f} s: {}\n", cpu, clock,
               whole_run_bar, verdict(cpu <= whole_run_bar));
}

}  // namespace

void print_flee_report(FleeSamples const& samples) {
    auto const found = measured(samples);
    if (found.networks.empty() && found.mali.empty()) return;
    print_networks(found);
    print_mali(found);
    fmt::print("\nBars:\n");
    print_growth(found);
    print_whole_run_bar(found);
}

}  // namespace bench
