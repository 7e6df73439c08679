#include "benchmarks/engine_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "benchmarks/measure.hpp"

namespace bench {
namespace {

/// Median rates [million/s].
struct Rates {
    double clock = 0.0;
    double cpu = 0.0;
};

/// What another engine reached, times what we want.
struct Bar {
    char const* work;
    int threads;     ///< To reach it with; 0 for all of the machine.
    double million;  ///< [million agent-steps/s]
    char const* reason;
};

constexpr std::array works{"walkers", "schelling/restless", "schelling/settling",
                           "schelling/settled", "schelling/large"};

constexpr auto const* ten_masons = "10 x MASON, 8,000 agents, radius 2";

constexpr std::array bars{
    Bar{"walkers", 0, 46.0, "50 x Pandora, a million random walkers"},
    Bar{"schelling/restless", 1, 28.0, ten_masons},
    Bar{"schelling/settling", 1, 28.0, ten_masons},
    Bar{"schelling/settled", 1, 28.0, ten_masons},
};

std::optional<Rates> rates(EngineSamples const& found, std::string const& name) {
    auto const at = found.find(name);
    if (at == found.end() || at->second.clock.empty()) return std::nullopt;
    double const million = 1e-6 * at->second.agent_steps;
    return Rates{million / median(at->second.clock), million / median(at->second.cpu)};
}

std::string on(std::string const& work, int threads) {
    return fmt::format("{}/threads:{}", work, threads);
}

// Nothing is printed of work that the command line did not select.
void print_work(EngineSamples const& found, std::string const& work, int all) {
    auto const one = rates(found, on(work, 1));
    auto const many = rates(found, on(work, all));
    if (!one || !many) return;
    auto const& samples = found.at(on(work, 1));
    fmt::print("{:20} {:8.1f} {:8.1f} {:9.1f} {:7.1f}", work, one->cpu, one->clock, many->clock,
               100.0 * samples.moves / samples.agent_steps);
    auto const words = rates(found, on("words", 1));
    fmt::print(" {:>7}", words ? fmt::format("{:.2f}", one->cpu / words->cpu) : "");
    if (auto const plain = rates(found, work + "/plain")) {
        fmt::print(" {:8.1f} {:8.1f} {:6.1f}", plain->cpu, plain->clock, one->cpu / plain->cpu);
    }
    fmt::print("\n");
}

// One thread is judged by CPU time, which other work on the machine does not lengthen much.
void print_bar(EngineSamples const& found, Bar const& bar, int all) {
    int const threads = bar.threads == 0 ? all : bar.threads;
    auto const reached = rates(found, on(bar.work, threads));
    if (!reached) return;
    double const rate = threads == 1 ? reached->cpu : reached->clock;
    fmt::print("  {:20} {:6.0f} by {}, threads: {}; bar {:.0f} ({}): {}\n", bar.work, rate,
               threads == 1 ? "CPU time" : "the clock", threads, bar.million, bar.reason,
               rate >= bar.million ? "passed" : "FAILED");
}

}  // namespace

void print_engine_report(EngineSamples const& found) {
    auto const is_empty = [](auto const& work) { return work.second.clock.empty(); };
    if (std::ranges::all_of(found, is_empty)) return;
    int const all = thread_counts().back();
    fmt::print(
        "\nMillion agent-steps/s, medians. Moves: share of agents that move in a step. Words: "
        "rate\n"
        "beside that of random words alone, CPU time. Plain: one object for each agent, 1 thread;\n"
        "ratio: to it, CPU time.\n"
        "{:20} {:>17} {:>9} {:>7} {:>7} {:>17}\n{:20} {:>8} {:>8} {:>9} {:>7} {:>7} {:>8} {:>8} "
        "{:>6}\n",
        "", "1 thread", fmt::format("{} threads", all), "moves", "words", "plain", "", "CPU",
        "clock", "clock", "[%]", "[1]", "CPU", "clock", "ratio");
    for (auto const* const work : works) print_work(found, work, all);
    auto const one = rates(found, on("words", 1));
    auto const many = rates(found, on("words", all));
    if (one && many) {
        fmt::print("{:20} {:8.1f} {:8.1f} {:9.1f}\n", "random words", one->cpu, one->clock,
                   many->clock);
    }
    fmt::print("\nBars, million agent-steps/s; what they come from was measured elsewhere:\n");
    for (auto const& bar : bars) print_bar(found, bar, all);
}

}  // namespace bench
