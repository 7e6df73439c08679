#include "models/reporting/active_dyads.hpp"

#include <tuple>

#include "models/observed/ucdp_listing.hpp"

namespace models {

namespace {

constexpr int no_community = -1;

// Type of violence, side a (actor, community), side b; of one-sided violence side a alone.
using Dyad = std::tuple<UcdpViolence, std::uint32_t, int, std::uint32_t, int>;

int number(std::optional<Community> community) noexcept {
    return community ? static_cast<int>(*community) : no_community;
}

Dyad dyad_of(UcdpReport const& report) noexcept {
    auto const& a = report.side_a;
    auto const& b = report.side_b;
    if (report.violence == UcdpViolence::one_sided) {
        return {report.violence, a.actor.row, number(a.community), sim::no_row, no_community};
    }
    return {report.violence, a.actor.row, number(a.community), b.actor.row, number(b.community)};
}

}  // namespace

std::vector<std::uint8_t> listed_by_ucdp(std::span<UcdpReport const> reports, sim::Date first_day) {
    UcdpListing<Dyad> listing;
    for (auto const& report : reports) {
        int const year = sim::year_of(first_day + std::chrono::days{report.when.day.value});
        listing.add(dyad_of(report), year, report.best);
    }
    auto const listed = listing.listed();
    std::vector<std::uint8_t> is_listed;
    for (auto const& report : reports) is_listed.push_back(listed.contains(dyad_of(report)));
    return is_listed;
}

}  // namespace models
