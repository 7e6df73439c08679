#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/ensemble/paired.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/ensemble/comparison.hpp
/// Scenarios of a sweep beside their baseline, pair by pair.

namespace models {

/// One quantity of one scenario.
struct QuantityComparison {
    std::string quantity;               ///< Such as `deaths_civilian`.
    sim::MeanInterval baseline;         ///< Over all its runs.
    sim::MeanInterval scenario;         ///< The same; for the baseline itself as above.
    sim::PairedDifference paired = {};  ///< Scenario minus baseline; empty for the baseline itself.
    double wanted_half_width = 0.0;     ///< precision * |mean of the baseline|.
    std::optional<std::size_t> pairs_needed =
        {};  ///< For it; runs needed, for the baseline itself.
};

/// A scenario and all its quantities.
struct ScenarioComparison {
    std::string scenario;
    std::uint64_t runs = 0;   ///< That the file has of it.
    std::uint64_t pairs = 0;  ///< With a run of the baseline of the same point, draw and seed.
    std::vector<QuantityComparison> quantities = {};
};

/// The names of the quantities that are compared.
[[nodiscard]] std::vector<std::string> compared_quantities();

/// Compare the scenarios of an ensemble's file, the baseline first.
/// \param precision  Wanted half-width of intervals, as a share of the baseline's mean, > 0.
/// \throws InputError if the file is damaged.
[[nodiscard]] std::vector<ScenarioComparison> compare_scenarios(sim::ResultReader const& reader,
                                                                double precision);

/// The comparison as a table for people.
[[nodiscard]] std::string comparison_text(std::vector<ScenarioComparison> const& scenarios,
                                          double precision);

}  // namespace models
