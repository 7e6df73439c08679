#include <boost/random/sobol.hpp>
#include <cstdint>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/ensemble/design.hpp"

namespace sim {
namespace {

constexpr Purpose digital_shift{3};

}  // namespace

std::vector<double> sobol_points(std::uint32_t points, std::size_t dimensions,
                                 std::optional<Seed> shift) {
    SIM_EXPECTS(dimensions >= 1 && dimensions <= 3667);
    std::vector<std::uint32_t> bits(dimensions, 0);
    if (shift) {
        for (std::uint32_t j = 0; j < dimensions; ++j) {
            bits[j] = Stream{*shift, digital_shift, j, Day{}}.bits32();
        }
    }
    // Boost's sequence leaves out the origin.
    boost::random::sobol_engine<std::uint32_t, 32> sequence{dimensions};
    std::vector<double> shares;
    shares.reserve(points * dimensions);
    for (std::uint32_t i = 0; i < points; ++i) {
        for (std::size_t j = 0; j < dimensions; ++j) {
            auto const word = i == 0 ? std::uint32_t{0} : sequence();
            shares.push_back((word ^ bits[j]) * 0x1.0p-32);
        }
    }
    return shares;
}

}  // namespace sim
