#include "sim/calibration/implausibility.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace sim::calibration {

double implausibility(Target const& target, Prediction const& prediction, double nugget) noexcept {
    double const miss = gap(target, prediction.mean);
    double const variance =
        target.observation_variance + target.discrepancy_variance + prediction.variance + nugget;
    if (miss == 0.0) return 0.0;
    return variance > 0.0 ? miss / std::sqrt(variance) : std::numeric_limits<double>::infinity();
}

double largest_but(std::span<double const> implausibilities, std::uint32_t ignored) {
    if (implausibilities.size() <= ignored) return 0.0;
    std::vector<double> sorted(implausibilities.begin(), implausibilities.end());
    auto const place = sorted.begin() + static_cast<std::ptrdiff_t>(ignored);
    std::nth_element(sorted.begin(), place, sorted.end(), std::greater<>{});
    return *place;
}

Region::Region(std::vector<HistoryWave> const& waves, std::vector<Target> targets)
    : targets_{std::move(targets)} {
    std::vector<std::size_t> outputs;  // that targets are about
    for (Target const& target : targets_) {
        auto const found = std::find(outputs.begin(), outputs.end(), target.output);
        emulator_of_.push_back(static_cast<std::size_t>(found - outputs.begin()));
        if (found == outputs.end()) outputs.push_back(target.output);
    }
    for (HistoryWave const& wave : waves) {
        Wave built{{}, wave.cutoff, wave.ignored};
        for (std::size_t const output : outputs) {
            SIM_EXPECTS(output < wave.emulators.size());
            built.emulators.emplace_back(wave.emulators[output]);
        }
        waves_.push_back(std::move(built));
    }
}

double Region::implausibility_of(Wave const& wave, std::span<double const> point) const {
    std::vector<Prediction> predictions;
    for (GaussianProcess const& emulator : wave.emulators) {
        predictions.push_back(emulator.predict(point));
    }
    std::vector<double> values;
    for (std::size_t t = 0; t < targets_.size(); ++t) {
        std::size_t const e = emulator_of_[t];
        values.push_back(implausibility(targets_[t], predictions[e],
                                        wave.emulators[e].setup().parameters.nugget));
    }
    return largest_but(values, wave.ignored);
}

bool Region::is_ruled_out(Wave const& wave, std::span<double const> point) const {
    std::vector<double> means;
    for (GaussianProcess const& emulator : wave.emulators) means.push_back(emulator.mean(point));
    std::uint32_t above = 0;
    for (std::size_t t = 0; t < targets_.size(); ++t) {
        GaussianProcess const& emulator = wave.emulators[emulator_of_[t]];
        double const nugget = emulator.setup().parameters.nugget;
        // The variance of a prediction costs most, and can only make a target less implausible.
        if (implausibility(targets_[t], {means[emulator_of_[t]], 0.0}, nugget) <= wave.cutoff)
            continue;
        above += implausibility(targets_[t], emulator.predict(point), nugget) > wave.cutoff;
        if (above > wave.ignored) return true;
    }
    return false;
}

bool Region::contains(std::span<double const> point) const {
    return std::none_of(waves_.begin(), waves_.end(),
                        [&](Wave const& wave) { return is_ruled_out(wave, point); });
}

std::vector<double> Region::implausibilities(std::span<double const> point) const {
    std::vector<double> result;
    for (Wave const& wave : waves_) result.push_back(implausibility_of(wave, point));
    return result;
}

}  // namespace sim::calibration
