#include "sim/ensemble/mpi_launch.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace sim {
namespace {

std::optional<int> count(char const* text) {
    if (text == nullptr) return std::nullopt;
    std::string_view const digits{text};
    int number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    bool const is_count =
        error == std::errc{} && end == digits.data() + digits.size() && number >= 1;
    return is_count ? std::optional{number} : std::nullopt;
}

}  // namespace

std::optional<MpiLaunch> mpi_launch(ReadEnvironment const& read) {
    for (char const* variable : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"}) {
        if (auto const ranks = count(read(variable))) return MpiLaunch{variable, ranks};
    }
    for (char const* variable : {"PMIX_RANK", "PMI_RANK"}) {
        if (read(variable) != nullptr)
            return MpiLaunch{variable, count(read("SLURM_STEP_NUM_TASKS"))};
    }
    return std::nullopt;
}

std::optional<MpiLaunch> mpi_launch() {
    return mpi_launch([](char const* name) { return std::getenv(name); });
}

}  // namespace sim
