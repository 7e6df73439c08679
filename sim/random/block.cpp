#include "sim/random/block.hpp"

#include <algorithm>
#include <cstddef>

#include "sim/base/check.hpp"
#include "sim/base/wide.hpp"

namespace sim {

SIM_WIDE void fill_uniform_words(Seed seed, Purpose purpose, Day day, std::uint32_t first_block,
                                 std::span<std::uint32_t> words) {
    SIM_EXPECTS(std::uint64_t{4} * first_block + words.size() <= std::uint64_t{1} << 32);
    PhiloxKey const key = key_of(seed);
    auto const whole = static_cast<std::uint32_t>(words.size() / 4);
    std::uint32_t* const out = words.data();

    for (std::uint32_t block = 0; block < whole; ++block) {
        auto const four = philox({first_block + block, day.value, purpose.value, block_draw}, key);
        out[4 * std::size_t{block}] = four[0];
        out[4 * std::size_t{block} + 1] = four[1];
        out[4 * std::size_t{block} + 2] = four[2];
        out[4 * std::size_t{block} + 3] = four[3];
    }
    auto const rest = words.subspan(4 * std::size_t{whole});
    if (!rest.empty()) {
        auto const four = philox({first_block + whole, day.value, purpose.value, block_draw}, key);
        std::copy_n(four.begin(), rest.size(), rest.begin());
    }
}

SIM_WIDE void fill_first_blocks(Seed seed, Purpose purpose, Day day,
                                std::span<std::uint32_t const> entities,
                                std::span<PhiloxCounter> blocks) {
    SIM_EXPECTS(blocks.size() == entities.size());
    PhiloxKey const key = key_of(seed);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        blocks[i] = philox({entities[i], day.value, purpose.value, 0}, key);
    }
}

SIM_WIDE void fill_first_blocks(Seed seed, Purpose purpose, Day day,
                                std::span<PhiloxCounter> blocks) {
    SIM_EXPECTS(blocks.size() <= std::uint64_t{1} << 32);
    PhiloxKey const key = key_of(seed);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        blocks[i] = philox({static_cast<std::uint32_t>(i), day.value, purpose.value, 0}, key);
    }
}

}  // namespace sim
