#include "models/facts/lethality.hpp"

#include <algorithm>
#include <array>

#include "models/facts/statistics.hpp"

namespace models {

namespace {

struct Count {
    double events = 0.0, fatal = 0.0, deaths = 0.0;

    void add(ObservedEvent const& event) {
        events += 1.0;
        fatal += event.deaths > 0 ? 1.0 : 0.0;
        deaths += event.deaths;
    }
    [[nodiscard]] std::size_t n() const { return static_cast<std::size_t>(events); }
};

bool is_one_sided(ObservedEvent const& event) noexcept {
    return event.kind == ObservedKind::on_civilians || event.kind == ObservedKind::one_sided;
}

void add_years(FactReport& facts, ObservedEvents events, FactContext const& context) {
    for (int const year : full_years(context)) {
        Count all, one_sided;
        for (auto const& event : events) {
            if (sim::year_of(event.date) != year) continue;
            all.add(event);
            if (is_one_sided(event)) one_sided.add(event);
        }
        auto const name = std::to_string(year);
        facts.push_back({"events_" + name, all.events, all.n()});
        facts.push_back({"deaths_" + name, all.deaths, all.n()});
        facts.push_back(
            {"one_sided_events_" + name, ratio_of(one_sided.events, all.events), all.n()});
        facts.push_back(
            {"one_sided_deaths_" + name, ratio_of(one_sided.deaths, all.deaths), all.n()});
    }
}

}  // namespace

std::string sub_event_key(AcledSubEvent sub_event) {
    return folded_name(acled_sub_event_names[static_cast<std::size_t>(sub_event)]);
}

bool is_unidentified(ObservedEvent const& event) {
    return folded_name(event.actor1).starts_with("unidentified");
}

FactReport lethality_facts(ObservedEvents events) {
    std::array<Count, acled_sub_event_names.size()> counts;
    for (auto const& event : events) counts[static_cast<std::size_t>(event.sub_event)].add(event);
    FactReport facts;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto const sub_event = static_cast<AcledSubEvent>(i);
        if (!is_political_violence(sub_event)) continue;
        auto const& of = counts[i];
        auto const key = sub_event_key(sub_event);
        facts.push_back({"lethality_mean_" + key, ratio_of(of.deaths, of.events), of.n()});
        facts.push_back({"lethality_fatal_share_" + key, ratio_of(of.fatal, of.events), of.n()});
    }
    return facts;
}

FactReport kind_facts(ObservedEvents events, FactContext const& context) {
    FactReport facts;
    add_years(facts, events, context);
    std::array<double, 100> interactions{};
    for (auto const& event : events) {
        interactions[static_cast<std::size_t>(interaction_number(event.inter1, event.inter2))] += 1;
    }
    auto const all = static_cast<double>(events.size());
    for (std::size_t number = 10; number < 89; ++number) {
        auto const low = number / 10, high = number % 10;
        if (high != 0 && (high < low || high > 8)) continue;
        facts.push_back({"interaction_" + std::to_string(number),
                         ratio_of(interactions[number], all), events.size()});
    }
    auto const unidentified = std::ranges::count_if(events, is_unidentified);
    facts.push_back(
        {"unidentified_share", ratio_of(static_cast<double>(unidentified), all), events.size()});
    return facts;
}

}  // namespace models
