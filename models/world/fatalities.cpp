#include "models/world/fatalities.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {

FatalityParams read_death_toll(sim::TomlTable const& table) {
    FatalityParams params;
    params.fatal_share = table.number("fatal_share", {.minimum = 0.0, .maximum = 1.0});
    params.median = table.number("median", {.minimum = 1.0, .maximum = 1e4, .unit = "people"});
    params.log_sd = table.number("log_sd", {.minimum = 0.0, .maximum = 4.0});
    params.largest = table.number("largest", {.minimum = 1.0, .maximum = 1e5, .unit = "people"});
    return params;
}

std::uint32_t draw_deaths(FatalityParams const& params, sim::Stream& draw) {
    if (!draw.bernoulli(params.fatal_share)) return 0;
    double const size = sim::lognormal(draw, std::log(params.median), params.log_sd);
    // Rounding to the nearest whole number keeps the median; a fatal event has at least one death.
    return static_cast<std::uint32_t>(std::clamp(std::round(size), 1.0, params.largest));
}

double attacker_loss_share(double attacker_odds, double strength_ratio) noexcept {
    double const odds = attacker_odds * strength_ratio;
    return odds / (1.0 + odds);
}

Toll share_deaths(FatalityParams const& params, std::uint32_t deaths, double strength_ratio,
                  sim::Stream& draw) {
    SIM_EXPECTS(strength_ratio > 0.0);
    Toll toll;
    toll.civilians = sim::binomial(draw, deaths, params.civilian_share);
    toll.attackers = sim::binomial(draw, deaths - toll.civilians,
                                   attacker_loss_share(params.attacker_odds, strength_ratio));
    toll.defenders = deaths - toll.civilians - toll.attackers;
    return toll;
}

}  // namespace models
