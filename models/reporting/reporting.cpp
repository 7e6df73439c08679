#include "models/reporting/reporting.hpp"

#include "models/reporting/story.hpp"

namespace models {

void ReportingProcess::operator()(World& world) const {
    world.reports.clear();
    world.reports.are_kept = true;
    for (auto const& story : stories_of(world, params_)) {
        report_acled(world, story, params_, places_);
        report_ucdp(world, story, params_, places_);
        report_headline(world, story, params_);
    }
    report_politics(world, places_);
}

}  // namespace models
