#include "models/calibration/prior_left.hpp"

#include <algorithm>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

using sim::calibration::Points;

namespace {

constexpr double least_margin = 0.005;  // of the unit cube, so that no box is flat; our choice

}  // namespace

PriorLeft::PriorLeft(std::size_t parameters, NotRuledOut const* left)
    : lower_(parameters, 0.0), upper_(parameters, 1.0) {
    if (left == nullptr) return;
    auto const& sample = left->state.sample;
    sim::require(sample.rows() > 0,
                 "history matching ruled every point out (model and targets disagree). Widen "
                 "the priors or the discrepancy, or exclude targets: implausibility.csv says which "
                 "rule out most.");
    for (std::size_t j = 0; j < parameters; ++j) {
        double low = 1.0, high = 0.0;
        for (std::size_t i = 0; i < sample.rows(); ++i) {
            low = std::min(low, sample.row(i)[j]);
            high = std::max(high, sample.row(i)[j]);
        }
        double const margin = std::max(0.1 * (high - low), least_margin);
        lower_[j] = std::max(0.0, low - margin);
        upper_[j] = std::min(1.0, high + margin);
    }
    region_.emplace(left->state.waves, left->targets);
    sample_ = to_box(sample);
}

sim::calibration::PriorRegion PriorLeft::region() const {
    if (!region_) return {};
    auto const is_inside = [this](std::span<double const> box) {
        std::vector<double> unit(box.size());
        for (std::size_t j = 0; j < unit.size(); ++j) unit[j] = from_box(j, box[j]);
        return region_->contains(unit);
    };
    return {is_inside, sample_};
}

Points PriorLeft::from_box(Points const& box) const {
    SIM_EXPECTS(box.columns == lower_.size());
    Points unit = box;
    for (std::size_t i = 0; i < unit.rows(); ++i) {
        for (std::size_t j = 0; j < unit.columns; ++j) {
            unit.row(i)[j] = from_box(j, box.row(i)[j]);
        }
    }
    return unit;
}

Points PriorLeft::to_box(Points const& unit) const {
    SIM_EXPECTS(unit.columns == lower_.size());
    Points box = unit;
    for (std::size_t i = 0; i < box.rows(); ++i) {
        for (std::size_t j = 0; j < box.columns; ++j) {
            box.row(i)[j] = (unit.row(i)[j] - lower_[j]) / (upper_[j] - lower_[j]);
        }
    }
    return box;
}

bool PriorLeft::contains(std::span<double const> unit) const {
    for (std::size_t j = 0; j < unit.size(); ++j) {
        if (unit[j] < lower_[j] || unit[j] > upper_[j]) return false;
    }
    return !region_ || region_->contains(unit);
}

std::vector<char> PriorLeft::contains(Points const& unit) const {
    std::vector<char> inside(unit.rows());
    sim::for_rows(static_cast<std::uint32_t>(unit.rows()),
                  [&](std::uint32_t i) noexcept { inside[i] = contains(unit.row(i)) ? 1 : 0; });
    return inside;
}

}  // namespace models
