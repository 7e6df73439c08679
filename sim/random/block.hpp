#pragma once

#include <cstdint>
#include <span>

#include "sim/base/ids.hpp"
#include "sim/random/stream.hpp"

/// \file sim/random/block.hpp
/// Random words for many entities at once, at less cost than from one stream after the other.

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

/// The first four words of the streams of many entities: their computations overlap, so they cost
/// a third of what the streams would spend when asked in turn.
///
/// \param[out] blocks  For Stream's constructor; block i belongs to entities[i].
/// \pre blocks.size() == entities.size()
void fill_first_blocks(Seed seed, Purpose purpose, Day day, std::span<std::uint32_t const> entities,
                       std::span<PhiloxCounter> blocks);

/// The same for entities 0, 1, 2 and so on: as many as there are blocks, at most 2^32.
void fill_first_blocks(Seed seed, Purpose purpose, Day day, std::span<PhiloxCounter> blocks);

}  // namespace sim
