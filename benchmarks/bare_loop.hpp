#pragma once

#include <cstdint>
#include <span>

#include "sim/random/stream.hpp"

/// \file benchmarks/bare_loop.hpp
/// The least that deciding for every household every day takes: what kernels are held against.

namespace bench {

/// Decide for every household, with nothing around it: one Philox4x32-10 counter for four of them,
/// one look-up of the threshold of its stratum, one comparison, one byte written.
///
/// Portable C++, as fast as we could make it. The random words are made apart from the decisions,
/// which lets the compiler use vectors for both, and kept in four planes, the first words of all
/// counters together, which saves it from shuffling them.
///
/// \param stratum     Of each household; shape (households).
/// \param thresholds  A household leaves if its word is below [1/2^32]; shape (strata).
/// \param[out] leaves 1 if it leaves, else 0; shape (households).
void decide_bare(sim::Seed seed, sim::Day day, std::span<std::uint32_t const> stratum,
                 std::span<std::uint32_t const> thresholds, std::span<std::uint8_t> leaves);

}  // namespace bench
