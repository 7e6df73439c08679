#include "models/reporting/reporting_params.hpp"

namespace models {

ReportingParams read_reporting_params(sim::TomlTable const& table) {
    auto const share = [&table](char const* key) {
        return table.number(key, {.minimum = 0.0, .maximum = 1.0});
    };
    auto const factor = [&table](char const* key) {
        return table.number(key, {.minimum = 0.0, .maximum = 1e3});
    };
    ReportingParams params;
    params.attention = factor("attention");
    params.attention_growth =
        table.number("attention_growth", {.minimum = 0.0, .maximum = 10.0, .unit = "per year"});
    params.jump_on = table.date("jump_on");
    params.attention_jump = factor("attention_jump");
    params.capital_factor = factor("capital_factor");
    params.abduction_factor = factor("abduction_factor");
    params.double_counting = share("double_counting");
    params.rival_counts = table.number("rival_counts", {.minimum = 0.0, .maximum = 10.0});
    params.count_spread = table.number("count_spread", {.minimum = 0.0, .maximum = 2.0});
    params.rounding = share("rounding");
    params.vague_words = share("vague_words");
    params.unidentified = share("unidentified");
    params.unidentified_on_civilians = share("unidentified_on_civilians");
    params.week_precision = share("week_precision");
    params.month_precision =
        table.number("month_precision", {.minimum = 0.0, .maximum = 1.0 - params.week_precision});
    params.precise_in_towns = share("precise_in_towns");
    params.precise_elsewhere = share("precise_elsewhere");
    params.region_precision = share("region_precision");
    params.town_km = table.number("town_km", {.minimum = 0.0, .maximum = 1e3, .unit = "km"});
    params.ucdp_attention = factor("ucdp_attention");
    params.ucdp_unknown_side = share("ucdp_unknown_side");
    params.headline_deaths =
        table.number("headline_deaths",
                     {.minimum = 0.0, .maximum = 1e6, .unit = "people", .minimum_excluded = true});
    params.headline_foreigners = factor("headline_foreigners");
    return params;
}

}  // namespace models
