#include <optional>

#include "models/purposes.hpp"
#include "models/reporting/parties.hpp"
#include "models/reporting/story.hpp"

namespace models {

namespace {

/// Who fought whom, as UCDP sees it.
struct Dyad {
    UcdpViolence violence = UcdpViolence::state_based;
    ReportedActor a, b;
    bool a_is_attacker = true;
};

bool is_unknown(ReportedActor const& party) noexcept {
    return party.actor == no_actor && !party.community;
}

// Foreign troops and peacekeepers fight on the side of the government, and in its dyads.
ReportedActor government(World const& world, ReportedActor const& party) {
    auto const state = home_state(world.actors);
    return state == no_actor ? party : named(world, state);
}

// Nothing if it is no violence of UCDP's: nobody to fight, a side unknown, or the state's friends
// among themselves.
std::optional<Dyad> dyad_of(World const& world, ReportedActor const& attacker,
                            ReportedActor const& target) {
    bool const on_civilians =
        target.inter == InterCode::civilians || target.inter == InterCode::protesters;
    if (attacker.actor == no_actor) {
        bool const is_communal = on_civilians && attacker.community && target.community;
        if (!is_communal) return std::nullopt;
        return Dyad{UcdpViolence::non_state, attacker, target};
    }
    if (on_civilians) return Dyad{UcdpViolence::one_sided, attacker, target};
    if (is_unknown(target)) return std::nullopt;
    bool const state_attacks = is_on_the_states_side(world, attacker.actor);
    bool const state_is_attacked = is_on_the_states_side(world, target.actor);
    if (state_attacks && state_is_attacked) return std::nullopt;
    if (state_attacks) {
        return Dyad{UcdpViolence::state_based, government(world, attacker), target};
    }
    if (state_is_attacked) {
        return Dyad{UcdpViolence::state_based, government(world, target), attacker, false};
    }
    bool const in_order = attacker.actor.row <= target.actor.row;
    return in_order ? Dyad{UcdpViolence::non_state, attacker, target}
                    : Dyad{UcdpViolence::non_state, target, attacker, false};
}

// Split the best estimate over the two sides and civilians, as the true dead were.
void share_out(UcdpReport& report, ConflictEvent const& event, bool a_is_attacker) {
    auto const sides = by_side(report.best, event.deaths);
    report.deaths_civilians = sides[static_cast<std::size_t>(Side::civilian)];
    auto const fighters = report.best - report.deaths_civilians;
    auto const all = event.all_deaths() - event.deaths[static_cast<std::size_t>(Side::civilian)];
    auto const of_attacker =
        all == 0 ? 0U
                 : static_cast<std::uint32_t>(
                       (std::uint64_t{fighters} * event.attacker_deaths + all / 2) / all);
    report.deaths_a = a_is_attacker ? of_attacker : fighters - of_attacker;
    report.deaths_b = fighters - report.deaths_a;
}

}  // namespace

void report_ucdp(World& world, Story const& story, ReportingParams const& params,
                 ReportPlaces const& places) {
    auto const& event = *story.event;
    auto const& news = story.news;
    if (news.middle() == 0) return;
    double const attention = params.ucdp_attention * attention_to(event, world, params, places);
    if (news.hidden >= chance_to_hear(attention, event.all_deaths())) return;
    auto const dyad =
        dyad_of(world, attacker_of(event, world, news.names_attacker), target_of(event, world));
    if (!dyad) return;

    sim::Stream draw{world.seed, purpose::report_ucdp, story.of_today, world.today};
    UcdpReport report;
    report.event = story.number;
    report.when = news.when;
    report.violence = dyad->violence;
    report.side_a = dyad->a;
    report.side_b = dyad->b;
    report.where = places.place_of(event.cell, draw);
    report.best = news.middle();
    report.low = news.lowest();
    report.high = news.highest();
    report.sources = static_cast<std::uint32_t>(news.sources);
    if (draw.bernoulli(params.ucdp_unknown_side)) {
        report.deaths_unknown = report.best;
    } else {
        share_out(report, event, dyad->a_is_attacker);
    }
    world.reports.ucdp.push_back(report);
}

}  // namespace models
