#include "models/facts/fact_report.hpp"

#include <iterator>
#include <utility>

#include "models/facts/clustering.hpp"
#include "models/facts/lethality.hpp"
#include "models/facts/places.hpp"
#include "models/facts/retaliation.hpp"
#include "models/facts/severity.hpp"
#include "models/facts/space_time.hpp"
#include "models/facts/timing.hpp"

namespace models {

FactReport compute_facts(ObservedEvents events, FactContext const& context) {
    FactReport all;
    auto const add = [&all](FactReport facts) {
        std::move(facts.begin(), facts.end(), std::back_inserter(all));
    };
    add(severity_facts(events));
    add(lethality_facts(events));
    add(kind_facts(events, context));
    add(timing_facts(events, context));
    add(place_facts(events, context));
    add(clustering_facts(events, context));
    add(knox_facts(events));
    add(nearest_event_facts(events, context));
    add(retaliation_facts(events, context));
    return all;
}

}  // namespace models
