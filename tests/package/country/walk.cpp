#include <cstdint>
#include <iostream>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/config/toml_file.hpp"
#include "sim/random/stream.hpp"
#include "sim/schedule/schedule.hpp"

/// \file tests/package/country/walk.cpp
/// The smallest model on the engine: people who step left or right, once a day.

namespace {

struct Walkers {
    sim::Day today;
    std::vector<int> position;
};

constexpr sim::Seed seed{7};
constexpr sim::Purpose step{1};

void walk(Walkers& world) {
    for (std::uint32_t i = 0; i < world.position.size(); ++i) {
        sim::Stream draw{seed, step, i, world.today};
        world.position[i] += draw.uniform() < 0.5 ? -1 : 1;
    }
}

}  // namespace

int main() {
    Walkers world{.today = {}, .position = std::vector<int>(1000, 0)};
    sim::Schedule<Walkers> const day{{"walk", walk}};
    sim::run<Walkers>(world, day, {}, sim::Day{100});
    double squares = 0.0;
    for (int const x : world.position) squares += static_cast<double>(x) * x;
    std::cout << squares / static_cast<double>(world.position.size()) << '\n';
}
