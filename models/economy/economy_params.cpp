#include "models/economy/economy_params.hpp"

#include <algorithm>

namespace models {
namespace {

constexpr sim::Range share{.minimum = 0.0, .maximum = 1.0};

sim::Range amount(char const* unit) {
    return {.minimum = 0.0, .maximum = 1e9, .unit = unit};
}

sim::Range above_zero(char const* unit) {
    return {.minimum = 0.0, .maximum = 1e9, .unit = unit, .minimum_excluded = true};
}

PerFamily read_per_family(sim::TomlTable const& table) {
    PerFamily values{};
    for (std::size_t row = 0; row < values.size(); ++row) {
        values[row] = table.number(family_names[row], amount("USD/day"));
    }
    return values;
}

std::vector<RouteIncome> read_routes(sim::TomlTable const& table) {
    std::vector<RouteIncome> routes;
    for (auto const& place : table.keys()) {
        routes.push_back({.place = place, .usd = table.number(place, amount("USD/day"))});
    }
    return routes;
}

void read_money(sim::TomlTable const& table, EconomyParams& params) {
    params.pay = read_per_family(table.table("pay"));
    params.sponsors = read_per_family(table.table("sponsors"));
    params.routes = read_routes(table.table("routes"));
    params.first_pay_days = table.number("first_pay_days", amount("days"));
    params.joining_pay_days = table.number("joining_pay_days", amount("days"));
    params.sanctions_share = table.number("sanctions_share", share);
}

void read_arms(sim::TomlTable const& table, EconomyParams& params) {
    params.need = table.number("need", above_zero("weapons"));
    params.first_arms = table.number("first_arms", amount("weapons"));
    params.least_armament = table.number("least_armament", share);
    params.inflow = table.number("inflow", amount("weapons/day"));
    params.inflow_until = table.date("inflow_until");
    for (auto const& name : table.texts("inflow_to")) {
        auto const family = std::ranges::find(family_names, name);
        if (family == family_names.end()) {
            table.error("inflow_to", "(" + name + " is not a family). Correct the name.");
        }
        params.inflow_to[static_cast<std::size_t>(family - family_names.begin())] = true;
    }
    params.use = table.number("use", amount("weapons/event"));
    params.capture_share = table.number("capture_share", share);
    params.depot = table.number("depot", amount("weapons"));
    params.price = table.number("price", above_zero("USD"));
    params.reserve_days = table.number("reserve_days", amount("days"));
    params.purchase_share = table.number("purchase_share", share);
}

void read_kidnapping(sim::TomlTable const& table, EconomyParams& params) {
    params.kidnap_rate = table.number("kidnap_rate", amount("1/year"));
    params.foreigner_share = table.number("foreigner_share", share);
    params.ransom_share = table.number("ransom_share", share);
    params.ransom_low = table.number("ransom_low", amount("USD"));
    params.ransom_high =
        table.number("ransom_high", {.minimum = params.ransom_low, .maximum = 1e9, .unit = "USD"});
    params.local_ransom = table.number("local_ransom", amount("USD"));
    params.captivity_days = table.number("captivity_days", above_zero("days"));
}

}  // namespace

EconomyParams read_economy_params(sim::TomlTable const& table) {
    EconomyParams params;
    read_money(table, params);
    read_arms(table, params);
    read_kidnapping(table, params);
    return params;
}

}  // namespace models
