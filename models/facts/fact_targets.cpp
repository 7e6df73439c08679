#include "models/facts/fact_targets.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "models/facts/fact_report.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/nearest.hpp"

namespace models {

namespace {

constexpr int some_year = 2000;
constexpr char const* some_region = "somewhere";

// Every key, for one year and one region.
std::vector<std::string> template_keys() {
    FactContext const context{.first_day = sim::make_date(some_year, 1, 1),
                              .last_day = sim::make_date(some_year, 12, 31),
                              .regions = {some_region}};
    std::vector<std::string> keys;
    for (auto const& fact : compute_facts({}, context)) keys.push_back(fact.key);
    return keys;
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

// The key with its year and region replaced by those of template_keys().
std::string as_template(std::string_view key) {
    for (std::string_view const stem : {"gap_burstiness_", "gap_memory_"}) {
        if (key.starts_with(stem) &&
            folded_name(key.substr(stem.size())) == key.substr(stem.size()))
            return std::string{stem} + some_region;
    }
    if (!has_year(key)) return std::string{key};
    return std::string{key.substr(0, key.size() - 4)} + std::to_string(some_year);
}

std::vector<std::string> words_of(std::optional<std::string> const& text) {
    std::vector<std::string> words;
    std::string_view rest = text ? std::string_view{*text} : std::string_view{};
    while (!rest.empty()) {
        auto const end = std::min(rest.find(';'), rest.size());
        if (!folded_name(rest.substr(0, end)).empty()) words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

void check_key(sim::CsvRow const& row, std::string const& key) {
    if (is_fact_key(key)) return;
    auto const near = sim::nearest(key, template_keys());
    row.error("key", "(no fact has this name). " +
                         (near ? "Did you mean " + *near + "?"
                               : std::string{"models/facts/README.md names all of them."}));
}

void check_interval(sim::CsvRow const& row, FactTarget const& target) {
    if (!target.low && !target.high) row.error("low", "(low and high are empty). Give one.");
    if (target.low && target.high && *target.low > *target.high) {
        row.error("low", "(must not be above high). Correct one of them.");
    }
    if (target.value && !target.holds(*target.value)) {
        row.error("value", "(must lie between low and high). Correct them.");
    }
    if (target.end < target.start) row.error("end", "(must not be before start). Correct it.");
}

FactTarget read_row(sim::CsvRow const& row) {
    FactTarget target{.key = row.text("key"),
                      .group = row.text("group"),
                      .label = row.text("label"),
                      .unit = row.text("unit"),
                      .low = row.number_if("low"),
                      .high = row.number_if("high"),
                      .value = row.number_if("value"),
                      .start = row.date("start"),
                      .end = row.date("end"),
                      .is_assumed = row.choice("interval", {"source", "assumption"}) == 1,
                      .note = row.text_if("note").value_or("")};
    check_key(row, target.key);
    check_interval(row, target);
    return target;
}

}  // namespace

bool has_year(std::string_view key) noexcept {
    auto const begin = key.rfind('_');
    return begin != std::string_view::npos && key.size() - begin == 5 &&
           std::ranges::all_of(key.substr(begin + 1), is_digit);
}

bool is_fact_key(std::string_view key) {
    auto const keys = template_keys();
    return std::ranges::find(keys, as_template(key)) != keys.end();
}

FactTargets read_fact_targets(std::filesystem::path const& path) {
    auto const table = sim::CsvTable::load(path,
                                           {"key", "group", "label", "unit", "low", "high", "value",
                                            "start", "end", "interval", "note"},
                                           {"militia_a", "militia_b"});
    FactTargets targets;
    std::set<std::tuple<std::string, sim::Date, sim::Date>> seen;
    for (auto const& row : table.rows()) {
        auto target = read_row(row);
        if (!seen.emplace(target.key, target.start, target.end).second) {
            row.error("key", "(is there already for this period). Remove one of them.");
        }
        if (targets.militia_a.empty()) targets.militia_a = words_of(row.text_if("militia_a"));
        if (targets.militia_b.empty()) targets.militia_b = words_of(row.text_if("militia_b"));
        targets.rows.push_back(std::move(target));
    }
    return targets;
}

}  // namespace models
