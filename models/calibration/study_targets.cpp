#include "models/calibration/study_targets.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "models/calibration/patterns.hpp"

namespace models {
namespace {

constexpr sim::Range positive{.minimum = 0.0, .minimum_excluded = true};
constexpr sim::Range not_negative{.minimum = 0.0};

bool needs_time(PatternKind kind) {
    return kind == PatternKind::death_share || kind == PatternKind::death_ratio ||
           kind == PatternKind::months_without_deaths || kind == PatternKind::refugee_peak_ratio ||
           kind == PatternKind::idp_peak_ratio;
}

bool needs_other_time(PatternKind kind) {
    return kind == PatternKind::death_share || kind == PatternKind::death_ratio;
}

// A bound: a date where the pattern is a month.
std::optional<double> bound(sim::TomlTable const& row, char const* key, PatternKind kind) {
    if (!is_month(kind)) return row.number_if(key, not_negative);
    auto const date = row.date_if(key);
    if (!date) return std::nullopt;
    return static_cast<double>(month_number(*date));
}

StudyPattern read_pattern(sim::TomlTable const& row) {
    StudyPattern pattern;
    pattern.kind = static_cast<PatternKind>(row.choice("pattern", pattern_names));
    pattern.id = row.text_or("id", pattern_names[static_cast<std::size_t>(pattern.kind)]);
    pattern.location = row.location("pattern");
    pattern.count = static_cast<PatternCount>(row.choice_or("count", 0, pattern_count_names));
    pattern.low = bound(row, "low", pattern.kind);
    pattern.high = bound(row, "high", pattern.kind);
    pattern.error = row.number_if("error", positive);
    pattern.from = row.date_if("from");
    pattern.to = row.date_if("to");
    pattern.of_from = row.date_if("of_from");
    pattern.of_to = row.date_if("of_to");
    pattern.source = row.text("source");
    if (!pattern.low && !pattern.high) {
        row.error("pattern", "(has neither low nor high). Give one, or both.");
    }
    if (pattern.low && pattern.high && *pattern.high < *pattern.low) {
        row.error("high", "(is below low). Exchange the two.");
    }
    bool const has_width = pattern.low && pattern.high && *pattern.high > *pattern.low;
    if (!has_width && !pattern.error) {
        row.error("pattern", "(has no interval). Give low and high, or an error.");
    }
    if (needs_time(pattern.kind) && (!pattern.from || !pattern.to)) {
        row.error("pattern", "(needs from and to: first and last month). Give them.");
    }
    if (needs_other_time(pattern.kind) && (!pattern.of_from || !pattern.of_to)) {
        row.error("pattern", "(needs of_from and of_to: the months to compare with). Give them.");
    }
    return pattern;
}

void read_patterns(sim::TomlTable const& section, TargetOptions& options) {
    std::set<std::string> ids;
    for (auto const& row : section.tables("patterns")) {
        options.patterns.push_back(read_pattern(row));
        if (!ids.insert(options.patterns.back().id).second) {
            row.error("pattern", "(its id is there twice). Give each pattern an id of its own.");
        }
    }
}

}  // namespace

TargetOptions read_target_options(sim::TomlTable const& root) {
    TargetOptions options;
    auto const section = root.table_if("targets");
    if (!section) return options;
    options.until = section->date_or("until", options.until);
    options.discrepancy = section->number_or("discrepancy", options.discrepancy, not_negative);
    options.weights = static_cast<WeightBy>(section->choice_or("weights", 0, weight_by_names));
    if (auto const errors = section->table_if("error")) {
        options.error = errors->number_or("default", options.error, positive);
        options.about_error = errors->number_or("about", options.about_error, positive);
        for (std::size_t i = 0; i < figure_quantity_names.size(); ++i) {
            if (auto const error = errors->number_if(figure_quantity_names[i], positive)) {
                options.errors.emplace_back(static_cast<FigureQuantity>(i), *error);
            }
        }
    }
    for (auto const& row : section->tables("exclude")) {
        options.exclude.push_back({row.text("id"), row.text("reason"), row.location("id")});
    }
    read_patterns(*section, options);
    return options;
}

}  // namespace models
