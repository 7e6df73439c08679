#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/facts/fact_context.hpp"

/// \file models/facts/fact_targets.hpp
/// The table of stylised facts that a country ships: what its conflict looks like.

namespace models {

/// One row: what a fact was in a period, and the interval in which a model should put it.
struct FactTarget {
    std::string key;                         ///< Of a Fact.
    std::string group, label, unit;          ///< For reports.
    std::optional<double> low, high, value;  ///< [unit]; at least one end; low <= value <= high.
    sim::Date start, end;                    ///< First and last day of the data.
    bool is_assumed = true;                  ///< The interval is our assumption, not the source's.
    std::string note;                        ///< Source, and how the interval was made.

    [[nodiscard]] bool holds(double number) const noexcept {
        return (!low || number >= *low) && (!high || number <= *high);
    }
};

/// The targets of a country, several rows of one key for several periods.
struct FactTargets {
    std::vector<FactTarget> rows;
    std::vector<std::string> militia_a, militia_b;  ///< For FactContext.
};

/// Whether compute_facts() makes a fact of that key, in some year and some region.
[[nodiscard]] bool is_fact_key(std::string_view key);

/// Whether a key ends in a year, "_2012".
[[nodiscard]] bool has_year(std::string_view key) noexcept;

/// Read the table `key,group,label,unit,low,high,value,start,end,interval,note`; `interval` is
/// `source` or `assumption`. Optional columns `militia_a` and `militia_b`: words by which names of
/// actors tell the two militias, separated by ';', in the rows of retaliation_militia_a_b_...
///
/// \throws InputError with file and line if no fact has the key, an interval has no end or its ends
///         are out of order, the value lies outside, a period ends before it starts, or a key is
///         there twice for one period.
[[nodiscard]] FactTargets read_fact_targets(std::filesystem::path const& path);

}  // namespace models
