#include "models/facts/retaliation.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "models/facts/statistics.hpp"

namespace models {

namespace {

constexpr double fewest_expected = 1.0;

using ActorTest = std::function<bool(InterCode, std::string const&)>;

// Whether one side of an event passes the first test, and the other side the second.
bool is_between(ObservedEvent const& event, ActorTest const& a, ActorTest const& b) {
    return (a(event.inter1, event.actor1) && b(event.inter2, event.actor2)) ||
           (a(event.inter2, event.actor2) && b(event.inter1, event.actor1));
}

ActorTest of_code(InterCode wanted) {
    return [wanted](InterCode code, std::string const&) { return code == wanted; };
}

ActorTest militia(std::vector<std::string> words) {
    for (auto& word : words) word = folded_name(word);
    return [words = std::move(words)](InterCode code, std::string const& name) {
        if (code != InterCode::identity_militia) return false;
        auto const folded = folded_name(name);
        return std::ranges::any_of(words, [&folded](std::string const& word) {
            return folded.find(word) != std::string::npos;
        });
    };
}

ActorTest either(ActorTest a, ActorTest b) {
    return [a = std::move(a), b = std::move(b)](InterCode code, std::string const& name) {
        return a(code, name) || b(code, name);
    };
}

EventTest between(ActorTest a, ActorTest b) {
    return [a = std::move(a), b = std::move(b)](ObservedEvent const& event) {
        return is_between(event, a, b);
    };
}

EventTest rebels_hit_state() {
    auto const met = between(of_code(InterCode::rebel_group), of_code(InterCode::state_forces));
    return [met](ObservedEvent const& event) {
        bool const is_armed =
            event.kind == ObservedKind::battle || event.kind == ObservedKind::explosion;
        return is_armed && met(event);
    };
}

EventTest state_hits_civilians() {
    auto const met = between(of_code(InterCode::state_forces), of_code(InterCode::civilians));
    return [met](ObservedEvent const& event) {
        return event.kind == ObservedKind::on_civilians && met(event);
    };
}

void add_pair(FactReport& facts, std::string const& name, Retaliation const& counts) {
    for (std::size_t i = 0; i < retaliation_windows.size(); ++i) {
        auto const window = std::string{retaliation_windows[i].name};
        auto key = "retaliation_" + name;
        key += "_" + window;
        auto const ratio = counts.expected[i] < fewest_expected ? std::nullopt : counts.ratio(i);
        facts.push_back({std::move(key), ratio, counts.seen[i]});
    }
}

// Days of A's window [first, last] that lie in the period.
double days_inside(FactContext const& context, sim::Date at, std::int64_t first,
                   std::int64_t last) {
    auto const from = std::max(at + std::chrono::days{first}, context.first_day);
    auto const to = std::min(at + std::chrono::days{last}, context.last_day);
    return static_cast<double>(std::max<std::int64_t>(sim::days_between(from, to) + 1, 0));
}

struct Following {
    std::array<std::uint64_t, retaliation_windows.size()> seen{};
    double elsewhen = 0.0;  // nearby, but more than retaliation_days away
};

Following following(ObservedEvent const& a, std::vector<ObservedEvent const*> const& all_b) {
    Following found;
    for (auto const* b : all_b) {
        if (b == &a || sim::great_circle_km(a.at, b->at) > retaliation_km) continue;
        auto const days = sim::days_between(a.date, b->date);
        if (days > retaliation_days || days < -retaliation_days) found.elsewhen += 1.0;
        for (std::size_t i = 0; i < retaliation_windows.size(); ++i) {
            auto const& window = retaliation_windows[i];
            if (days >= window.first && days <= window.last) ++found.seen[i];
        }
    }
    return found;
}

}  // namespace

std::optional<double> Retaliation::ratio(std::size_t window) const noexcept {
    return ratio_of(static_cast<double>(seen[window]), expected[window]);
}

Retaliation retaliation(ObservedEvents events, FactContext const& context, EventTest const& is_a,
                        EventTest const& is_b) {
    std::vector<ObservedEvent const*> all_b;
    for (auto const& event : events) {
        if (is_b(event)) all_b.push_back(&event);
    }
    double const days = days_inside(context, context.first_day, 0,
                                    sim::days_between(context.first_day, context.last_day));
    Retaliation counts;
    for (auto const& a : events) {
        if (!is_a(a)) continue;
        auto const found = following(a, all_b);
        double const near = days_inside(context, a.date, -retaliation_days, retaliation_days);
        double const rate = days > near ? found.elsewhen / (days - near) : 0.0;
        for (std::size_t i = 0; i < retaliation_windows.size(); ++i) {
            auto const& window = retaliation_windows[i];
            counts.seen[i] += found.seen[i];
            counts.expected[i] += rate * days_inside(context, a.date, window.first, window.last);
        }
    }
    return counts;
}

FactReport retaliation_facts(ObservedEvents events, FactContext const& context) {
    FactReport facts;
    auto const to_state = rebels_hit_state();
    auto const to_civilians = state_hits_civilians();
    add_pair(facts, "rebel_state_civilians", retaliation(events, context, to_state, to_civilians));
    add_pair(facts, "state_civilians_rebel", retaliation(events, context, to_civilians, to_state));
    auto const civilians = of_code(InterCode::civilians);
    auto const a = militia(context.militia_a), b = militia(context.militia_b);
    auto const by_a = between(a, either(civilians, b));
    auto const by_b = between(either(b, of_code(InterCode::rebel_group)), either(civilians, a));
    bool const is_told = !context.militia_a.empty() && !context.militia_b.empty();
    Retaliation const none;
    add_pair(facts, "militia_a_b", is_told ? retaliation(events, context, by_a, by_b) : none);
    add_pair(facts, "militia_b_a", is_told ? retaliation(events, context, by_b, by_a) : none);
    return facts;
}

}  // namespace models
