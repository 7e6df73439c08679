#include "models/calibration/check_priors.hpp"

#include <array>

#include "models/calibration/desk.hpp"
#include "sim/base/check.hpp"
#include "sim/config/range.hpp"

namespace models {

std::vector<std::string> keys_of(CalibrationStudy const& study) {
    std::vector<std::string> keys;
    for (auto const& one : study.parameters) keys.push_back(one.key);
    return keys;
}

void check_priors(CalibrationStudy const& study, ScenarioFamily const& scenario) {
    for (auto const& parameter : study.parameters) {
        ParameterSpace const alone{{parameter}, {0}};
        for (double const unit : std::array{0.5, 0.0, 1.0}) {
            auto const text = sim::shortest_text(alone.values({1, {unit}}).values.front());
            try {
                static_cast<void>(scenario.with({parameter.key + "=" + text}));
            } catch (sim::InputError const& error) {
                throw sim::InputError(parameter.location + ": " + parameter.key + " = " + text +
                                      ", which its prior allows, is refused by " +
                                      study.scenario.string() + " (" + error.what() +
                                      "). Nothing was run.");
            }
        }
    }
}

}  // namespace models
