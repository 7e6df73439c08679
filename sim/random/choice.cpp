#include <algorithm>

#include "sim/random/distributions.hpp"

// Choosing among given things.

namespace sim {
namespace {

// Every number in turn is taken with the chance that is left for it.
void select_in_turn(Stream& draw, std::uint32_t n, std::span<std::uint32_t> out) {
    std::size_t taken = 0;
    for (std::uint32_t i = 0; taken < out.size(); ++i) {
        if (draw.below(n - i) < out.size() - taken) out[taken++] = i;
    }
}

// Draws until enough different numbers have come. In rounds: a round never draws more than are
// missing, so stopping between rounds is the same as stopping at the last number needed.
void draw_until_distinct(Stream& draw, std::uint32_t n, std::span<std::uint32_t> out) {
    auto missing = out.begin();
    while (missing != out.end()) {
        std::generate(missing, out.end(), [&] { return draw.below(n); });
        std::sort(out.begin(), out.end());
        missing = std::unique(out.begin(), out.end());
    }
}

}  // namespace

std::optional<std::uint32_t> weighted_choice(std::span<double const> weights, double u) {
    SIM_EXPECTS(u >= 0.0 && u < 1.0);
    double total = 0.0;
    for (double const weight : weights) {
        SIM_EXPECTS(weight >= 0.0);
        total += weight;
    }
    SIM_EXPECTS(std::isfinite(total));
    double const target = u * total;
    double sum = 0.0;
    std::optional<std::uint32_t> choice;
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
        if (!(weights[i] > 0.0)) continue;
        choice = i;  // the last one also answers for what rounding leaves over
        sum += weights[i];
        if (target < sum) break;
    }
    return choice;
}

void sample_without_replacement(Stream& draw, std::uint32_t n, std::span<std::uint32_t> out) {
    SIM_EXPECTS(out.size() <= n);
    if (out.size() > n / 2) {
        select_in_turn(draw, n, out);
    } else {
        draw_until_distinct(draw, n, out);
    }
}

}  // namespace sim
