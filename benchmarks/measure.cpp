#include "benchmarks/measure.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>

#include "sim/io/version.hpp"
#include "sim/parallel/threads.hpp"

namespace bench {
namespace {

// What Linux says of the first processor; Google Benchmark only tells how many there are.
std::string processor_name() {
    std::ifstream file{"/proc/cpuinfo"};
    for (std::string line; std::getline(file, line);) {
        auto const colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) {
            return line.substr(colon + 2);
        }
    }
    return "unknown";
}

double seconds_of(clockid_t clock) noexcept {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

int run_benchmarks(int argc, char** argv) {
    auto const build = sim::build_version();
    benchmark::AddCustomContext("commit", build.commit);
    benchmark::AddCustomContext("compiler", build.compiler + ", " + build.type);
    benchmark::AddCustomContext("flags", build.flags);
    benchmark::AddCustomContext("processor", processor_name());
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}

double peak_memory_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;  // Linux counts in KiB
}

double resident_memory_mib() {
    double size = 0.0, resident = 0.0;
    std::ifstream{"/proc/self/statm"} >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576.0;
}

double cpu_seconds() {
    return seconds_of(CLOCK_PROCESS_CPUTIME_ID);
}

std::vector<double> thread_cpu_seconds() {
    std::vector<double> seconds(static_cast<std::size_t>(sim::threads()));
    // As many rows as threads: one each, always the same.
    sim::for_rows(static_cast<std::uint32_t>(seconds.size()), [&](std::uint32_t row) noexcept {
        seconds[row] = seconds_of(CLOCK_THREAD_CPUTIME_ID);
    });
    return seconds;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::ranges::sort(values);
    std::size_t const middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return 0.5 * (values[middle - 1] + values[middle]);
}

std::vector<int> thread_counts() {
    auto const all = static_cast<int>(std::thread::hardware_concurrency());
    return all > 1 ? std::vector{1, all} : std::vector{1};
}

}  // namespace bench
