#include "models/displacement/dense_flight.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "models/displacement/flight.hpp"
#include "models/purposes.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"

namespace models {
namespace {

/// Slots decided in one go, whatever strata they belong to: strata may be too small to fill the
/// vectors of a machine, and too unequal to be shared out between threads. A multiple of the four
/// that share a block of random words.
constexpr std::uint32_t batch = 1024;

/// A probability, for a word of 32 bits: one below `whole` leaves, one above stays, and one equal
/// to it leaves with probability `part`.
struct Threshold {
    std::uint32_t whole;
    double part;
};

Threshold threshold_of(double probability) noexcept {
    double const scaled = probability * 0x1p32;
    auto const whole = static_cast<std::uint32_t>(std::min(scaled, 0x1p32 - 1.0));
    return {whole, scaled - whole};
}

/// The stratum of a slot. \pre The slot is one of a household.
std::uint32_t stratum_of(StratumColumns const& strata, std::uint32_t slot) noexcept {
    auto const next = std::upper_bound(strata.first.begin(), strata.first.end(), slot);
    return static_cast<std::uint32_t>(next - strata.first.begin()) - 1;
}

/// Thresholds written at once: a loop of whole strides ends where the processor expects it to, for
/// most strata, and compiles to few instructions.
constexpr std::uint32_t stride = 16;

/// The whole part of the threshold of each slot of a batch, and room to write whole strides.
using Thresholds = std::array<std::uint32_t, batch + stride>;

/// Write the thresholds of \p count slots from \p begin on; 0 for those away.
void spread_thresholds(StratumColumns const& strata, std::span<double const> probabilities,
                       std::uint32_t begin, std::uint32_t count, Thresholds& thresholds) noexcept {
    std::uint32_t done = 0;
    for (std::uint32_t s = stratum_of(strata, begin); done < count; ++s) {
        std::uint32_t const skipped = begin + done - strata.first[s];  // of this stratum, before
        std::uint32_t const here = std::min(count - done, strata.households[s] - skipped);
        std::uint32_t const home =
            std::min(here, strata.at_home[s] - std::min(skipped, strata.at_home[s]));
        std::uint32_t const whole = threshold_of(probabilities[s]).whole;
        auto* const slots = thresholds.data() + done;
        for (std::uint32_t i = 0; i < home; i += stride) std::fill_n(slots + i, stride, whole);
        if (home < here) std::fill(slots + home, slots + here, 0U);
        done += here;
    }
}

/// Decide for a slot whose word is neither below nor above the threshold: once in 2^32 slots.
bool decide_tie(World const& world, std::span<double const> probabilities,
                std::uint32_t slot) noexcept {
    auto const& strata = world.households.strata();
    std::uint32_t const stratum = stratum_of(strata, slot);
    if (slot - strata.first[stratum] >= strata.at_home[stratum]) return false;
    sim::Stream draw{world.seed, purpose::departure, slot, world.today};
    return draw.bernoulli(threshold_of(probabilities[stratum]).part);
}

/// Decide for the slots from \p begin on, at most a batch. \pre begin is a multiple of four.
void decide_batch(World const& world, std::span<double const> probabilities, std::uint32_t begin,
                  std::span<std::uint8_t> leaves) noexcept {
    auto const count = static_cast<std::uint32_t>(leaves.size());
    std::array<std::uint32_t, batch> words;
    Thresholds thresholds;
    sim::fill_uniform_words(world.seed, purpose::departure, world.today, begin / 4,
                            std::span{words}.first(count));
    spread_thresholds(world.households.strata(), probabilities, begin, count, thresholds);
    std::uint32_t ties = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        leaves[i] = words[i] < thresholds[i] ? 1 : 0;
        ties += words[i] == thresholds[i] ? 1 : 0;
    }
    if (ties == 0) return;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (words[i] != thresholds[i]) continue;
        leaves[i] = decide_tie(world, probabilities, begin + i) ? 1 : 0;
    }
}

}  // namespace

std::vector<double> flight_probabilities(World const& world, FlightParams const& params) {
    std::vector<double> probabilities(world.households.strata().size());
    auto const& cells = world.households.strata().cell;
    auto const fear = fear_by_region(world, params);
    sim::for_rows(static_cast<std::uint32_t>(probabilities.size()), [&](std::uint32_t s) noexcept {
        double const urge = urge_to_leave(world, params, fear, cells[s]);
        probabilities[s] = -std::expm1(-flight_rate(world, params, StratumId{s}, urge));
    });
    return probabilities;
}

void decide_flight(World const& world, std::span<double const> probabilities,
                   std::span<std::uint8_t> leaves) {
    StratumColumns const& strata = world.households.strata();
    SIM_EXPECTS(probabilities.size() == strata.size());
    SIM_EXPECTS(leaves.size() == world.households.size());
    auto const slots = static_cast<std::uint32_t>(leaves.size());
    sim::for_rows(slots / batch + (slots % batch > 0 ? 1 : 0), [&](std::uint32_t row) noexcept {
        std::uint32_t const begin = row * batch;
        decide_batch(world, probabilities, begin,
                     leaves.subspan(begin, std::min(batch, slots - begin)));
    });
}

DenseFlightProcess::DenseFlightProcess(FlightParams const& flight, TravelParams const& travel)
    : flight_{flight}, travel_{travel} {}

void DenseFlightProcess::operator()(World& world) {
    leaves_.resize(world.households.size());
    decide_flight(world, flight_probabilities(world, flight_), leaves_);
    StratumColumns const& strata = world.households.strata();
    for (std::uint32_t s = 0; s < strata.size(); ++s) {
        auto const* const slots = leaves_.data() + strata.first[s];
        if (std::memchr(slots, 1, strata.at_home[s]) == nullptr) continue;
        // From the back: a leaver's slot is filled from the end of those at home.
        for (std::uint32_t i = strata.at_home[s]; i-- > 0;) {
            if (slots[i]) set_out(world, travel_, StratumId{s}, i);
        }
    }
}

}  // namespace models
