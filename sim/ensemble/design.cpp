#include "sim/ensemble/design.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/check.hpp"

namespace sim {
namespace {

// What the draws of a design decide; its seed is its own, so these meet no model's purposes.
constexpr Purpose order_of_parts{1};
constexpr Purpose place_in_part{2};

Design empty_design(std::size_t points, std::size_t parameters) {
    return {.parameters = parameters,
            .values = std::vector<double>(points * parameters),
            .matrix = std::vector<std::int32_t>(points, -1)};
}

std::vector<std::uint32_t> shuffled(std::uint32_t n, Seed seed, std::uint32_t column) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    Stream draw{seed, order_of_parts, column, Day{}};
    for (std::uint32_t i = n; i > 1; --i) std::swap(order[i - 1], order[draw.below(i)]);
    return order;
}

}  // namespace

double value_at(DesignParameter const& parameter, double share) noexcept {
    double const low = parameter.low;
    double const high = parameter.is_whole ? parameter.high + 1.0 : parameter.high;
    double const value = parameter.scale == Scale::log ? low * std::pow(high / low, share)
                                                       : low + share * (high - low);
    if (parameter.is_whole) return std::clamp(std::floor(value), low, parameter.high);
    return std::clamp(value, low, high);
}

Design list_design(std::span<DesignParameter const> parameters) {
    auto const points = parameters.empty() ? 1 : parameters.front().values.size();
    auto design = empty_design(points, parameters.size());
    for (std::size_t k = 0; k < parameters.size(); ++k) {
        SIM_EXPECTS(parameters[k].values.size() == points);
        for (std::size_t i = 0; i < points; ++i) {
            design.values[i * parameters.size() + k] = parameters[k].values[i];
        }
    }
    return design;
}

Design grid_design(std::span<DesignParameter const> parameters) {
    std::size_t points = 1;
    for (auto const& parameter : parameters) points *= parameter.values.size();
    SIM_EXPECTS(points >= 1);
    auto design = empty_design(points, parameters.size());
    for (std::size_t i = 0; i < points; ++i) {
        auto rest = i;
        for (std::size_t k = parameters.size(); k-- > 0;) {
            auto const& values = parameters[k].values;
            design.values[i * parameters.size() + k] = values[rest % values.size()];
            rest /= values.size();
        }
    }
    return design;
}

Design latin_hypercube(std::span<DesignParameter const> parameters, std::uint32_t points,
                       Seed seed) {
    auto design = empty_design(points, parameters.size());
    for (std::uint32_t k = 0; k < parameters.size(); ++k) {
        auto const parts = shuffled(points, seed, k);
        for (std::uint32_t i = 0; i < points; ++i) {
            Stream draw{seed, place_in_part, k, Day{i}};
            double const share = (parts[i] + draw.uniform()) / points;
            design.values[i * parameters.size() + k] = value_at(parameters[k], share);
        }
    }
    return design;
}

Design sobol_design(std::span<DesignParameter const> parameters, std::uint32_t points,
                    std::optional<Seed> shift) {
    auto const shares = sobol_points(points, parameters.size(), shift);
    auto design = empty_design(points, parameters.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        design.values[i] = value_at(parameters[i % parameters.size()], shares[i]);
    }
    return design;
}

Design saltelli_design(std::span<DesignParameter const> parameters, std::uint32_t points,
                       std::optional<Seed> shift) {
    auto const k = parameters.size();
    auto const shares = sobol_points(points, 2 * k, shift);
    auto design = empty_design(0, k);
    auto const add = [&](std::size_t row, std::int32_t matrix, auto&& is_from_b) {
        for (std::size_t j = 0; j < k; ++j) {
            auto const column = is_from_b(j) ? k + j : j;
            design.values.push_back(value_at(parameters[j], shares[row * 2 * k + column]));
        }
        design.matrix.push_back(matrix);
    };
    for (std::size_t row = 0; row < points; ++row) {
        add(row, 0, [](std::size_t) { return false; });
        for (std::size_t one = 0; one < k; ++one) {
            add(row, static_cast<std::int32_t>(2 + one), [one](std::size_t j) { return j == one; });
        }
        add(row, 1, [](std::size_t) { return true; });
    }
    return design;
}

}  // namespace sim
