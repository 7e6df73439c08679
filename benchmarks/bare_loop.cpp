#include "benchmarks/bare_loop.hpp"

#include <algorithm>
#include <array>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace bench {
namespace {

constexpr std::uint32_t batch = 1024;  // households
constexpr std::uint32_t plane = batch / 4;

using Words = std::array<std::uint32_t, batch>;

void fill(sim::Seed seed, sim::Day day, std::uint32_t first_block, Words& words) noexcept {
    auto const key = sim::key_of(seed);
    for (std::uint32_t i = 0; i < plane; ++i) {
        auto const four = sim::philox({first_block + i, day.value, 0, 0}, key);
        words[i] = four[0];
        words[plane + i] = four[1];
        words[2 * plane + i] = four[2];
        words[3 * plane + i] = four[3];
    }
}

}  // namespace

void decide_bare(sim::Seed seed, sim::Day day, std::span<std::uint32_t const> stratum,
                 std::span<std::uint32_t const> thresholds, std::span<std::uint8_t> leaves) {
    SIM_EXPECTS(stratum.size() == leaves.size());
    auto const rows = static_cast<std::uint32_t>(leaves.size());
    sim::for_rows(rows / batch + 1, [=](std::uint32_t row) noexcept {
        std::uint32_t const begin = row * batch;
        std::uint32_t const count = std::min(batch, rows - begin);
        Words words;
        fill(seed, day, row * plane, words);
        std::uint32_t const* const stratum_here = stratum.data() + begin;
        std::uint32_t const* const threshold = thresholds.data();
        std::uint8_t* const leaves_here = leaves.data() + begin;
        for (std::uint32_t i = 0; i < count; ++i) {
            leaves_here[i] = words[i] < threshold[stratum_here[i]] ? 1 : 0;
        }
    });
}

}  // namespace bench
