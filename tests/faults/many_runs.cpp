#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "models/app/run_scenario.hpp"
#include "models/app/summarised_run.hpp"
#include "sim/base/sanitizers.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/fuzz/scratch_folder.hpp"

// Many runs in one process use no more memory and no more open files in the end than after the
// first tenth: many_runs RUNS. Most are as a sweep makes them; every tenth writes a result file,
// which costs ten times as much as the run; every fiftieth is stopped, saved and gone on with
// besides.

namespace {

namespace fs = std::filesystem;

constexpr bool measures_memory = !SIM_HAS_SANITIZER;

struct Use {
    long kilobytes = 0;        // resident memory
    std::ptrdiff_t files = 0;  // open descriptors
};

Use use_of_this_process() {
    std::ifstream pages{"/proc/self/statm"};
    long all = 0;
    long resident = 0;
    pages >> all >> resident;
    return {.kilobytes = resident * (::sysconf(_SC_PAGESIZE) / 1024),
            .files = std::distance(fs::directory_iterator{"/proc/self/fd"}, {})};
}

/// Four days with a result file, in one go or stopped after the first.
void run_with_file(models::Scenario const& scenario, fs::path const& output, std::uint64_t seed,
                   bool stops) {
    models::RunOptions const options{.seed = seed,
                                     .days = 4,
                                     .output = output,
                                     .overwrite = sim::Overwrite::yes,
                                     .resume = true};
    bool has_stopped = false;
    if (stops) {
        models::RunCallbacks const stop{.progress = {},
                                        .should_stop = [&] { return has_stopped = true; }};
        static_cast<void>(models::run_scenario(scenario, options, stop));
    }
    auto const result = models::run_scenario(scenario, options);
    if (has_stopped != stops || result.resumed_after != (stops ? 1U : 0U)) std::abort();
    if (result.days != 4 || result.end != sim::RunEnd::finished) std::abort();
}

int run_many(long runs) {
    sim::set_threads(1);
    fuzz::ScratchFolder const folder;
    auto const scenario =
        models::load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
    Use first;
    for (long i = 0; i < runs; ++i) {
        auto const seed = static_cast<std::uint64_t>(i);
        if (i % 10 == 0) {
            fs::remove(folder / "run.h5");
            run_with_file(scenario, folder / "run.h5", seed, i % 50 == 0);
        } else if (models::summarised_run(scenario, seed, true).days == 0) {
            std::abort();
        }
        if (i == runs / 10) first = use_of_this_process();
    }
    auto const last = use_of_this_process();
    std::printf("%ld runs: %ld kB after a tenth, %ld kB in the end; %td and %td open files\n", runs,
                first.kilobytes, last.kilobytes, first.files, last.files);
    // A leak of 1 kB a run would be 9,000 kB in 10,000 runs; the allocator may keep 4 MB more. A
    // sanitizer keeps what was freed, so its memory says nothing.
    bool const grew = measures_memory && last.kilobytes >= first.kilobytes + 4096;
    return !grew && last.files == first.files ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        return run_many(std::atol(argv[1]));
    } catch (std::exception const& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
