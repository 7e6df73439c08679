#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/base/ids.hpp"
#include "sim/random/philox.hpp"

/// \file sim/random/stream.hpp
/// Random numbers addressed by what they decide, not by who asks.

namespace sim {

/// Seed of one run; every replicate has its own [any value].
struct Seed {
    std::uint64_t value = 0;
};

/// What a draw decides. Models number their own purposes; a number is never reused.
struct Purpose {
    std::uint32_t value = 0;
};

/// The Philox key of a run.
[[nodiscard]] constexpr PhiloxKey key_of(Seed seed) noexcept {
    return {static_cast<std::uint32_t>(seed.value), static_cast<std::uint32_t>(seed.value >> 32)};
}

/// The draws that decide one thing, for one entity, on one day.
///
/// Equal addresses give equal draws, whatever the thread count, the schedule or the other draws.
/// A stream has 2^34 - 4 words of 32 bits before it repeats; nothing is computed until the first
/// draw. The last counter block of every address belongs to sim/random/block.hpp.
class Stream {
  public:
    Stream(Seed seed, Purpose purpose, std::uint32_t entity, Day day) noexcept
        : key_{key_of(seed)}, counter_{entity, day.value, purpose.value, 0} {}

    /// The same draws. \pre \p first is what fill_first_blocks() (sim/random/block.hpp) gives.
    Stream(Seed seed, Purpose purpose, std::uint32_t entity, Day day,
           PhiloxCounter const& first) noexcept
        : key_{key_of(seed)},
          counter_{entity, day.value, purpose.value, 1},
          words_{first},
          next_{0} {}

    /// Next 32 random bits.
    [[nodiscard]] std::uint32_t bits32() noexcept {
        if (next_ == words_.size()) {
            words_ = philox(counter_, key_);
            ++counter_[3];
            next_ = 0;
        }
        return words_[next_++];
    }

    /// Next 64 random bits.
    [[nodiscard]] std::uint64_t bits64() noexcept {
        std::uint64_t const high = bits32();
        return (high << 32) | bits32();
    }

    /// Uniform draw on [0, 1): a multiple of 2^-53.
    [[nodiscard]] double uniform() noexcept {
        return static_cast<double>(bits64() >> 11) * 0x1.0p-53;
    }

    /// Uniform draw on (0, 1]: a multiple of 2^-53, safe under a logarithm.
    [[nodiscard]] double uniform_positive() noexcept {
        return static_cast<double>((bits64() >> 11) + 1) * 0x1.0p-53;
    }

    /// Integer drawn from 0 to \p n - 1, each exactly as likely as any other; 0 if \p n is 0.
    ///
    /// \see Lemire (2019), "Fast random integer generation in an interval",
    ///      doi:10.1145/3230636.
    [[nodiscard]] std::uint32_t below(std::uint32_t n) noexcept {
        std::uint64_t product = std::uint64_t{bits32()} * n;
        if (static_cast<std::uint32_t>(product) < n) {
            // The lowest 2^32 mod n remainders would make some results likelier: draw again.
            std::uint32_t const uneven = (0U - n) % n;
            while (static_cast<std::uint32_t>(product) < uneven) {
                product = std::uint64_t{bits32()} * n;
            }
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

    /// True with probability \p p: never if p <= 0, always if p >= 1.
    [[nodiscard]] bool bernoulli(double p) noexcept { return uniform() < p; }

  private:
    PhiloxKey key_;
    PhiloxCounter counter_;  // entity, day, purpose, index of the next block
    PhiloxCounter words_{};  // the current block
    std::size_t next_ = 4;   // first unused word of the current block
};

}  // namespace sim
