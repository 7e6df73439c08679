#include "models/flee/validation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/check.hpp"

namespace models::flee {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Flee's tool rounds differences to four decimals before it averages them.
double rounded(double value) noexcept {
    return std::nearbyint(value * 1e4) / 1e4;
}

// The naive prediction of a camp: 0 flat, 1 sloped, 2 ratio.
double naive(CampCounts const& documented, std::size_t camp, std::size_t start, std::size_t form,
             std::size_t day) {
    double const known = documented.at(start, camp);
    if (form == 0) return known;
    if (form == 1) return known * static_cast<double>(day);
    double const total = documented.total(start);
    return total > 0.0 ? known / total * documented.total(day) : 0.0;
}

// Mean absolute scaled error: the error over all days, by that of the naive prediction after start.
double scaled_error(CampCounts const& documented, std::size_t camp, double mean_error,
                    std::size_t start, std::size_t form) {
    auto const days = documented.days();
    if (days <= start + 1) return missing;
    double sum = 0.0;
    for (auto day = start + 1; day < days; ++day) {
        sum += std::abs(naive(documented, camp, start, form, day) - documented.at(day, camp));
    }
    double const mean = sum / static_cast<double>(days - start - 1);
    if (mean_error == 0.0 && mean == 0.0) return missing;
    return rounded(mean_error / mean);
}

}  // namespace

double CampCounts::total(std::size_t day) const noexcept {
    double sum = 0.0;
    for (std::size_t camp = 0; camp < camps; ++camp) sum += at(day, camp);
    return sum;
}

Errors compare(CampCounts const& simulated, CampCounts const& documented) {
    SIM_EXPECTS(simulated.camps == documented.camps && documented.camps > 0);
    SIM_EXPECTS(simulated.values.size() == documented.values.size() && documented.days() > 0);
    auto const days = documented.days();
    auto const per_day = 1.0 / static_cast<double>(days);
    Errors errors;
    errors.camps.resize(documented.camps);
    std::vector<double> exact(documented.camps, 0.0);  // mean rescaled error, not rounded
    std::vector<double> weight(documented.camps, 0.0);
    for (std::size_t day = 0; day < days; ++day) {
        double const total = documented.total(day);
        double const all = simulated.total(day);
        for (std::size_t camp = 0; camp < documented.camps; ++camp) {
            auto& of_camp = errors.camps[camp];
            double const known = documented.at(day, camp);
            double const given = simulated.at(day, camp);
            double const scaled = all > 0.0 ? given * total / all : 0.0;
            double const difference = std::abs(given - known);
            double const difference_rescaled = std::abs(scaled - known);
            of_camp.difference += difference * per_day;
            of_camp.difference_rescaled += rounded(difference_rescaled) * per_day;
            of_camp.ratio_difference += difference / std::max(total, 1.0) * per_day;
            errors.rescaled += rounded(difference_rescaled) / std::max(total, 1.0) * per_day;
            exact[camp] += difference_rescaled * per_day;
            weight[camp] += known;
        }
    }
    double all_weight = 0.0;
    for (std::size_t camp = 0; camp < documented.camps; ++camp) {
        auto& of_camp = errors.camps[camp];
        errors.normal += of_camp.ratio_difference;
        all_weight += weight[camp];
        for (std::size_t i = 0; i < naive_names.size(); ++i) {
            of_camp.scaled[i] =
                scaled_error(documented, camp, exact[camp], i < 3 ? 7U : 30U, i % 3);
            // A camp that was empty throughout weighs nothing, whatever its score.
            if (weight[camp] > 0.0) errors.scaled[i] += of_camp.scaled[i] * weight[camp];
        }
    }
    for (auto& scaled : errors.scaled) scaled = all_weight > 0.0 ? scaled / all_weight : missing;
    return errors;
}

double error_of_shares(std::span<double const> shares, CampCounts const& documented) {
    SIM_EXPECTS(shares.size() == documented.camps && documented.days() > 0);
    double all = 0.0;
    for (double const share : shares) all += share;
    double error = 0.0;
    for (std::size_t day = 0; day < documented.days(); ++day) {
        double const total = documented.total(day);
        double difference = 0.0;
        for (std::size_t camp = 0; camp < documented.camps; ++camp) {
            double const predicted = all > 0.0 ? shares[camp] / all * total : 0.0;
            difference += std::abs(predicted - documented.at(day, camp));
        }
        error += difference / std::max(total, 1.0);
    }
    return error / static_cast<double>(documented.days());
}

}  // namespace models::flee
