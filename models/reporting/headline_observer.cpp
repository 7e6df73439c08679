#include <cmath>

#include "models/reporting/story.hpp"
#include "sim/random/distributions.hpp"

namespace models {

void report_headline(World& world, Story const& story, ReportingParams const& params) {
    auto const& event = *story.event;
    auto const& news = story.news;
    auto const count = by_side(news.middle(), event.deaths);
    auto const foreigners = count[static_cast<std::size_t>(Side::peacekeeper)] +
                            count[static_cast<std::size_t>(Side::external)];
    double const weight =
        news.middle() + (params.headline_foreigners - 1.0) * static_cast<double>(foreigners);
    if (news.hidden >= -std::expm1(-weight / params.headline_deaths)) return;
    world.reports.headlines.push_back({.event = story.number,
                                       .day = event.day,
                                       .cell = event.cell,
                                       .deaths = count,
                                       .wounded = event.wounded});
}

}  // namespace models
