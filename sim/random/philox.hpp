#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>

/// \file sim/random/philox.hpp
/// The Philox4x32-10 counter-based generator, as Random123 computes it.

namespace sim {

/// What a block of random words is addressed by.
using PhiloxCounter = std::array<std::uint32_t, 4>;

/// Which of the 2^64 independent generators answers.
using PhiloxKey = std::array<std::uint32_t, 2>;

/// Four random words for one (counter, key): a pure function, so it has no state to share.
///
/// \return Four words, each uniform on [0, 2^32).
/// \see Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
///      SC11, doi:10.1145/2063384.2063405.
[[nodiscard]] inline PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) noexcept {
    philox4x32_ctr_t const address{{counter[0], counter[1], counter[2], counter[3]}};
    philox4x32_key_t const generator{{key[0], key[1]}};
    philox4x32_ctr_t const words = philox4x32(address, generator);
    return {words.v[0], words.v[1], words.v[2], words.v[3]};
}

}  // namespace sim
