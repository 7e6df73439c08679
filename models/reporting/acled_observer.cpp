#include "models/purposes.hpp"
#include "models/reporting/parties.hpp"
#include "models/reporting/story.hpp"

namespace models {

namespace {

bool is_against_civilians(Story const& story, ReportedActor const& target) noexcept {
    return target.inter == InterCode::civilians ||
           story.event->kind == EventKind::protest_repressed;
}

}  // namespace

void report_acled(World& world, Story const& story, ReportingParams const& params,
                  ReportPlaces const& places) {
    auto const& event = *story.event;
    auto const& news = story.news;
    double const attention = attention_to(event, world, params, places);
    if (news.hidden >= chance_to_hear(attention, event.all_deaths())) return;

    sim::Stream draw{world.seed, purpose::report_acled, story.of_today, world.today};
    AcledReport report;
    report.event = story.number;
    report.when = news.when;
    report.sub_event = story.sub_event;
    report.actor1 = attacker_of(event, world, news.names_attacker);
    report.actor2 = target_of(event, world);
    report.targets_civilians = is_against_civilians(story, report.actor2);
    report.where = places.place_of(event.cell, draw);
    report.fatalities = news.lowest();
    report.sources = static_cast<std::uint32_t>(news.sources);
    world.reports.acled.push_back(report);
    if (!draw.bernoulli(params.double_counting)) return;

    // A second story of the same day that nobody recognised as the first: another count.
    sim::Stream again{world.seed, purpose::report_again, story.of_today, world.today};
    report.fatalities = told_count(event.all_deaths(), params, again);
    report.where = places.place_of(event.cell, again);
    report.sources = 1;
    world.reports.acled.push_back(report);
}

void report_politics(World& world, ReportPlaces const& places) {
    auto const write = [&](AcledSubEvent sub_event, ActorId a, ActorId b, PlaceId place) {
        AcledReport report;
        report.when.day = world.today;
        report.sub_event = sub_event;
        report.actor1 = named(world, a);
        if (b != no_actor) report.actor2 = named(world, b);
        report.where = place == no_place ? places.national_capital() : places.exactly(place);
        world.reports.acled.push_back(report);
    };
    auto const& agreements = world.agreements;
    for (std::size_t i = agreements.size(); i > 0 && agreements.begins[i - 1] == world.today; --i) {
        write(AcledSubEvent::agreement, agreements.a[i - 1], agreements.b[i - 1], no_place);
    }
    auto const& log = world.political_log;
    for (std::size_t i = log.size(); i > 0 && log[i - 1].day == world.today; --i) {
        auto const& event = log[i - 1];
        bool const is_change = event.kind == PoliticalKind::split ||
                               event.kind == PoliticalKind::merged ||
                               event.kind == PoliticalKind::allied;
        if (!is_change) continue;
        write(AcledSubEvent::change_to_group, event.actor, event.other, event.place);
    }
}

}  // namespace models
