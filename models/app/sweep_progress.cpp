#include "models/app/sweep_progress.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/app/run_scenario.hpp"
#include "sim/parallel/threads.hpp"

namespace models {
namespace {

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string counted(std::uint64_t count, std::string const& what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

std::string duration_text(double seconds) {
    if (seconds < 90.0) return fmt::format("{:.0f} s", std::ceil(seconds));
    if (seconds < 5400.0) return fmt::format("{:.0f} min", seconds / 60.0);
    if (seconds < 172'800.0) return fmt::format("{:.1f} h", seconds / 3600.0);
    return fmt::format("{:.1f} d", seconds / 86'400.0);
}

std::string size_text(double bytes) {
    char const* unit = "B";
    for (char const* next : {"kB", "MB", "GB", "TB"}) {
        if (bytes < 1000.0) break;
        bytes /= 1000.0;
        unit = next;
    }
    return fmt::format("{:.{}f} {}", bytes, unit[0] == 'B' ? 0 : 1, unit);
}

std::string plan_text(Study const& study) {
    auto const& manifest = study.manifest();
    return fmt::format("{} x {} x {} x {} = {}", counted(manifest.scenarios(), "scenario"),
                       counted(manifest.points(), "point"), counted(manifest.draws(), "draw"),
                       counted(manifest.seeds().size(), "seed"), counted(manifest.size(), "run"));
}

double measured_run_seconds(Study const& study, std::uint64_t row) {
    auto const made = study.manifest().row(row);
    return measured_run_seconds(*study.scenario_of(made), made.seed);
}

double measured_run_seconds(Scenario const& scenario, std::uint64_t seed) {
    int const before = sim::threads();
    sim::set_threads(1);
    std::uint32_t days = 1;
    auto const start = std::chrono::steady_clock::now();
    RunCallbacks callbacks;
    callbacks.progress = [&days](RunProgress const& progress) { days = progress.days_done; };
    callbacks.should_stop = [&] { return days >= 8 && since(start) >= 1.0; };
    RunOptions options;
    options.seed = seed;
    static_cast<void>(run_scenario(scenario, options, callbacks));
    double const seconds = since(start) * scenario.days() / days;
    sim::set_threads(before);
    return seconds;
}

double expected_run_bytes(Study const& study) {
    auto const& schema = study.schema();
    double values = 30.0 + 2.0 * static_cast<double>(schema.parameters.size());
    if (schema.contents.monthly) {
        auto const width = side_count + event_kind_count + 2 * acled_type_count + 2;
        values += schema.months * static_cast<double>(width + schema.countries.size());
    }
    if (schema.contents.reports) {
        values +=
            2.0 * schema.months * static_cast<double>(schema.cercles.size()) * acled_type_count;
    }
    if (schema.contents.figures) values += 2.0 * static_cast<double>(schema.figures.size());
    return 4.0 * values / 5.0;
}

std::string sweep_progress_text(std::uint64_t done, std::uint64_t all, std::uint64_t here,
                                double seconds) {
    double const rate = seconds > 0.0 ? static_cast<double>(here) / seconds : 0.0;
    auto text =
        fmt::format("{} of {} runs  {:3.0f} %  {:.3g} runs/s", done, all,
                    std::floor(100.0 * static_cast<double>(done) / static_cast<double>(all)), rate);
    if (done < all && rate > 0.0) {
        auto const left = std::llround(static_cast<double>(all - done) / rate);
        text += fmt::format("  {}:{:02} left", left / 60, left % 60);
    }
    return text;
}

SweepProgress::SweepProgress(std::FILE* stream, std::uint64_t done, std::uint64_t all)
    : line_{stream}, done_{done}, all_{all}, start_{Clock::now()}, last_{start_} {}

double SweepProgress::seconds() const {
    return since(start_);
}

void SweepProgress::add_run() {
    ++done_;
    ++here_;
    bool const on_terminal = line_.is_on_terminal();
    bool const is_time = since(last_) >= (on_terminal ? 0.1 : 10.0);
    if (!is_time && !(on_terminal && done_ == all_)) return;
    line_.show(sweep_progress_text(done_, all_, here_, seconds()));
    last_ = Clock::now();
}

}  // namespace models
