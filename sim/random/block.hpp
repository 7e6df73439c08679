#pragma once

#include <cstdint>
#include <span>

#include "sim/base/ids.hpp"
#include "sim/random/stream.hpp"

/// \file sim/random/block.hpp
/// One random word for each of many consecutive entities, at a quarter of the cost of streams.

namespace sim {

/// The last word of a counter that addresses four entities; no Stream ever reaches it.
inline constexpr std::uint32_t block_draw = 0xffff'ffffU;

/// Fill \p words with one random word for each entity, from entity 4 * \p first_block on.
///
/// Entities 4b to 4b + 3 share the counter (b, day, purpose, block_draw), so the word of an entity
/// depends on its own row only: it does not matter how the entities are cut into calls.
///
/// \param[out] words  Word i belongs to entity 4 * first_block + i; any length.
/// \pre 4 * first_block + words.size() <= 2^32
void fill_uniform_words(Seed seed, Purpose purpose, Day day, std::uint32_t first_block,
                        std::span<std::uint32_t> words);

}  // namespace sim
