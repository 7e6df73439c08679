#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/facts/fact_context.hpp"
#include "models/facts/fact_targets.hpp"

/// \file models/facts/fact_comparison.hpp
/// Facts of one or several runs beside their targets.

namespace models {

/// A number over several runs.
struct Spread {
    double median = 0.0;
    double low = 0.0, high = 0.0;  ///< The 90 % interval, quantiles .05 and .95.
    std::size_t runs = 0;          ///< Runs that have it.
};

/// Nothing of no numbers; of one number, an interval of no width.
[[nodiscard]] std::optional<Spread> spread_of(std::vector<double> const& values);

/// Where the median of the runs lies.
enum class FactMark : std::uint8_t { inside, outside, not_computed };

/// How the period of a target compares with the run's.
enum class FactPeriod : std::uint8_t {
    same,     ///< At least 80 % of the days of either are in both (our assumption), or one year's.
    partial,  ///< Some days are in both: statistics that grow with time do not compare.
    other,    ///< No day is: not judged.
};

/// One fact.
struct FactComparison {
    std::string key;
    FactTarget const* target = nullptr;  ///< Nothing if no row of the table has the key.
    std::optional<Spread> simulated;
    double events = 0.0;                     ///< Median over runs of what it rests on (Fact::n).
    std::optional<Fact> observed;            ///< The same of the user's data.
    FactMark mark = FactMark::not_computed;  ///< Meaningless without a target.
    std::optional<FactMark> observed_mark;   ///< The same for the user's data.
    FactPeriod period = FactPeriod::same;    ///< Meaningless without a target.
};

/// Set the reports of runs beside the table. Of several rows with one key the one counts whose
/// period has most days in common with the run's, over the days of both together.
///
/// \param runs      At least one; all of one context.
/// \param observed  The report of the user's data, if there are any.
/// \return  Every key of the table that runs of this context can have, in the order of the table;
///          without rows, every fact in the order of the report.
/// \pre The rows outlive the result.
[[nodiscard]] std::vector<FactComparison> compare_facts(std::vector<FactTarget> const& rows,
                                                        std::vector<FactReport> const& runs,
                                                        std::optional<FactReport> const& observed,
                                                        FactContext const& context);

/// How many facts of targets of one kind of period are inside, outside and not computed.
struct FactTally {
    std::size_t inside = 0, outside = 0, not_computed = 0;
};
[[nodiscard]] FactTally tally_of(std::vector<FactComparison> const& facts,
                                 FactPeriod period) noexcept;

}  // namespace models
