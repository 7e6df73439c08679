#include "models/agreement/agreement_params.hpp"

#include <algorithm>
#include <functional>

namespace models {
namespace {

/// One number for each kind, from the section `key`.
std::array<double, agreement_kind_names.size()> by_kind(sim::TomlTable const& table,
                                                        std::string_view key,
                                                        sim::Range const& range) {
    auto const section = table.table(key);
    std::array<double, agreement_kind_names.size()> values{};
    for (std::size_t kind = 0; kind < values.size(); ++kind) {
        values[kind] = section.number(agreement_kind_names[kind], range);
    }
    return values;
}

}  // namespace

AgreementParams read_agreement_params(sim::TomlTable const& table) {
    sim::Range const share{.minimum = 0.0, .maximum = 1.0};
    sim::Range const days{.minimum = 0.0, .unit = "day"};
    sim::Range const time_scale{.minimum = 0.0, .unit = "day", .minimum_excluded = true};
    AgreementParams params;
    params.collapse_rate = by_kind(table, "collapse_rate", {.minimum = 0.0, .unit = "1/day"});
    auto const& rates = params.collapse_rate;
    if (!std::is_sorted(rates.begin(), rates.end(), std::greater<>{})) {
        table.error("collapse_rate",
                    "(a more binding kind must not break more readily). Order the rates cessation "
                    ">= preliminary >= definitive.");
    }
    params.compliance = by_kind(table, "compliance", share);
    params.violation_effect = table.number("violation_effect", {.minimum = 0.0, .unit = "1/event"});
    params.violation_memory_days = table.number("violation_memory_days", time_scale);
    params.monitor_factor = table.number("monitor_factor", share);
    params.monitor_km = table.number("monitor_km", {.minimum = 0.0, .unit = "km"});
    params.stall_effect = table.number("stall_effect", {.minimum = 0.0});
    params.stall_after_days = table.number("stall_after_days", days);
    params.implementation_days = table.number("implementation_days", time_scale);
    params.implementation_ceiling = table.number("implementation_ceiling", share);
    params.full_will =
        table.number("full_will", {.minimum = 0.0, .maximum = 1.0, .minimum_excluded = true});
    params.spoiler_effect = table.number("spoiler_effect", share);
    params.spoiler_days = table.number("spoiler_days", time_scale);
    return params;
}

}  // namespace models
