#include "models/displacement/dense_flight.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/displacement/flight.hpp"
#include "models/purposes.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"

namespace models {
namespace {

/// Households decided in one go; a multiple of the four that share a block of random words.
constexpr std::uint32_t batch = 1024;

/// Decide for the slots from \p first on, all with one probability.
void decide_slots(World const& world, double probability, std::uint32_t first,
                  std::span<std::uint8_t> leaves) noexcept {
    // A word below the whole part leaves, one above stays; the one in between needs more bits.
    double const scaled = probability * 0x1p32;
    auto const whole = static_cast<std::uint64_t>(scaled);
    double const part = scaled - static_cast<double>(whole);
    std::array<std::uint32_t, batch + 4> words;
    auto const count = static_cast<std::uint32_t>(leaves.size());
    for (std::uint32_t done = 0; done < count; done += batch) {
        std::uint32_t const here = std::min(batch, count - done);
        std::uint32_t const skip = (first + done) % 4;
        sim::fill_uniform_words(world.seed, purpose::departure, world.today, (first + done) / 4,
                                std::span{words}.first(skip + here));
        for (std::uint32_t i = 0; i < here; ++i) {
            leaves[done + i] = words[skip + i] < whole ? 1 : 0;
        }
        for (std::uint32_t i = 0; i < here; ++i) {
            if (words[skip + i] != whole) continue;
            sim::Stream draw{world.seed, purpose::departure, first + done + i, world.today};
            leaves[done + i] = draw.bernoulli(part) ? 1 : 0;
        }
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
    sim::for_rows(static_cast<std::uint32_t>(strata.size()), [&](std::uint32_t s) noexcept {
        auto const slots = leaves.subspan(strata.first[s], strata.households[s]);
        auto const home = slots.first(strata.at_home[s]);
        decide_slots(world, probabilities[s], strata.first[s], home);
        std::fill(slots.begin() + strata.at_home[s], slots.end(), std::uint8_t{0});
    });
}

DenseFlightProcess::DenseFlightProcess(FlightParams const& flight, TravelParams const& travel)
    : flight_{flight}, travel_{travel} {}

void DenseFlightProcess::operator()(World& world) {
    leaves_.resize(world.households.size());
    decide_flight(world, flight_probabilities(world, flight_), leaves_);
    StratumColumns const& strata = world.households.strata();
    for (std::uint32_t s = 0; s < strata.size(); ++s) {
        // From the back: a leaver's slot is filled from the end of those at home.
        for (std::uint32_t i = strata.at_home[s]; i-- > 0;) {
            if (leaves_[strata.first[s] + i]) set_out(world, travel_, StratumId{s}, i);
        }
    }
}

}  // namespace models
