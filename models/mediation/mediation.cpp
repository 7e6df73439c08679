#include "models/mediation/mediation.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/purposes.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

// Fewer mutual deaths of late than this are forgotten [people].
constexpr float forgotten = 0.01F;

bool is_armed_party(World const& world, ActorId actor) noexcept {
    Side const side = world.actors.side(actor);
    bool const is_party = side == Side::state || side == Side::militant;
    return is_party && world.actors.active[actor.row] != 0 &&
           world.actors.actor_class[actor.row] != ActorClass::other;
}

bool is_of(AgreementStore const& agreements, std::size_t row, ActorId a, ActorId b) noexcept {
    return (agreements.a[row] == a && agreements.b[row] == b) ||
           (agreements.a[row] == b && agreements.b[row] == a);
}

/// `talks-FAMA-CMA-3`: the third agreement that these two reached by talks of the model.
std::string key_for(World const& world, ActorId a, ActorId b) {
    auto const& agreements = world.agreements;
    int number = 1;
    for (std::size_t i = 0; i < agreements.size(); ++i) {
        if (is_of(agreements, i, a, b) && agreements.key[i].starts_with("talks-")) ++number;
    }
    return "talks-" + world.actors.key[a.row] + "-" + world.actors.key[b.row] + "-" +
           std::to_string(number);
}

void note(World& world, PoliticalKind kind, ActorId a, ActorId b, double value = 0.0) {
    world.political_log.push_back(
        {.day = world.today, .kind = kind, .actor = a, .other = b, .value = value});
}

bool are_talking(World const& world, ActorId a, ActorId b) noexcept {
    return std::ranges::any_of(world.talks, [&](Talk const& talk) {
        return (talk.a == a && talk.b == b) || (talk.a == b && talk.b == a);
    });
}

}  // namespace

void remember_mutual_deaths(World& world, double memory_days) {
    auto& mutual = world.memories.mutual_deaths;
    auto const actors = static_cast<std::uint32_t>(world.actors.size());
    if (mutual.actors() != actors) mutual = {actors, 0.0F};
    auto const fade = static_cast<float>(std::exp(-1.0 / memory_days));
    for (std::uint32_t a = 0; a < actors; ++a) {
        for (std::uint32_t b = a + 1; b < actors; ++b) {
            float const before = mutual.at(ActorId{a}, ActorId{b});
            if (before == 0.0F) continue;
            mutual.set(ActorId{a}, ActorId{b}, before < forgotten ? 0.0F : before * fade);
        }
    }
    for (auto const& event : world.events) {
        if (event.attacker == no_actor || event.target == no_actor) continue;
        if (event.attacker == event.target || !is_violent(event.kind)) continue;
        auto const dead =
            event.all_deaths() - event.deaths[static_cast<std::size_t>(Side::civilian)];
        mutual.set(event.attacker, event.target,
                   mutual.at(event.attacker, event.target) + static_cast<float>(dead));
    }
}

double fatigue(World const& world, MediationParams const& params, ActorId a, ActorId b) noexcept {
    auto const& mutual = world.memories.mutual_deaths;
    if (mutual.actors() == 0) return 0.0;
    double const deaths = mutual.at(a, b);
    return deaths / (deaths + params.half_deaths);
}

double readiness(World const& world, MediationParams const& params, ActorId a, ActorId b) noexcept {
    double ready = 1.0;
    for (ActorId const party : {a, b}) {
        if (world.actors.side(party) == Side::state) ready *= world.legitimacy;
    }
    bool const is_hard = world.actors.family[a.row] == Family::jihadist ||
                         world.actors.family[b.row] == Family::jihadist;
    return is_hard ? ready * params.jihadist_will : ready;
}

AgreementKind next_kind(AgreementStore const& agreements, ActorId a, ActorId b, double held_days) {
    AgreementKind next = AgreementKind::cessation;
    for (std::size_t i = 0; i < agreements.size(); ++i) {
        if (!is_of(agreements, i, a, b)) continue;
        bool const has_held = agreements.state[i] != AgreementState::in_force &&
                              agreements.ends[i].value - agreements.begins[i].value >= held_days;
        auto const kind = static_cast<std::uint8_t>(agreements.kind[i]);
        bool const goes_up = has_held && agreements.kind[i] != AgreementKind::definitive;
        next = static_cast<AgreementKind>(goes_up ? kind + 1 : kind);
    }
    return next;
}

MediationProcess::MediationProcess(MediationParams const& params) : params_{params} {
    SIM_EXPECTS(params_.memory_days > 0.0 && params_.half_deaths > 0.0 && params_.round_days > 0.0);
}

bool MediationProcess::may_talk(World const& world, ActorId a, ActorId b) const noexcept {
    return world.relations.at(a, b) == Relation::hostile && is_armed_party(world, a) &&
           is_armed_party(world, b) && agreement_between(world.agreements, a, b) == no_agreement;
}

void MediationProcess::begin_talks(World& world) const {
    auto const actors = static_cast<std::uint32_t>(world.actors.size());
    for (std::uint32_t row = 0; row < actors; ++row) {
        ActorId const a{row};
        if (!is_armed_party(world, a)) continue;
        for (std::uint32_t other = row + 1; other < actors; ++other) {
            ActorId const b{other};
            if (world.memories.mutual_deaths.at(a, b) == 0.0F) continue;
            if (!may_talk(world, a, b) || are_talking(world, a, b)) continue;
            double const rate = params_.begin_rate * fatigue(world, params_, a, b) *
                                readiness(world, params_, a, b);
            sim::Stream draw{world.seed, purpose::talks_begin, pair_number(world.actors, a, b),
                             world.today};
            if (!draw.bernoulli(-std::expm1(-rate))) continue;
            world.talks.push_back({a, b, world.today});
            note(world, PoliticalKind::talks_begun, a, b);
        }
    }
}

bool MediationProcess::talk(World& world, ActorId a, ActorId b, double skill) const {
    sim::Stream draw{world.seed, purpose::talks_round, pair_number(world.actors, a, b),
                     world.today};
    if (!draw.bernoulli(-std::expm1(-1.0 / params_.round_days))) return false;
    double const chance =
        params_.success * skill * fatigue(world, params_, a, b) * readiness(world, params_, a, b);
    if (draw.bernoulli(std::min(1.0, chance))) {
        auto const kind = next_kind(world.agreements, a, b, params_.held_days);
        begin_agreement(world.agreements,
                        {.key = key_for(world, a, b), .kind = kind, .a = a, .b = b}, world.today);
        note(world, PoliticalKind::talks_succeeded, a, b, static_cast<double>(kind));
        return true;
    }
    return draw.bernoulli(params_.give_up);
}

void MediationProcess::operator()(World& world) const {
    remember_mutual_deaths(world, params_.memory_days);
    if (params_.scripted_rounds) {
        for_each_measure(world.measures, MeasureKind::mediation, [&](Measure const& measure) {
            if (!may_talk(world, measure.actor, measure.other)) return;
            talk(world, measure.actor, measure.other, measure.has_value ? measure.value : 1.0);
        });
    }
    if (!params_.spontaneous) return;
    begin_talks(world);
    std::erase_if(world.talks, [&](Talk const& talks) {
        if (!may_talk(world, talks.a, talks.b)) return true;
        bool const is_over = talk(world, talks.a, talks.b, 1.0);
        bool const have_agreed =
            agreement_between(world.agreements, talks.a, talks.b) != no_agreement;
        if (is_over && !have_agreed) note(world, PoliticalKind::talks_failed, talks.a, talks.b);
        return is_over;
    });
}

}  // namespace models
