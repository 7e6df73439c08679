#include "models/reporting/story.hpp"

#include <numeric>

#include "models/purposes.hpp"
#include "models/reporting/parties.hpp"

namespace models {

namespace {

constexpr double days_per_year = 365.2425;

bool is_battle(EventKind kind) noexcept {
    return kind == EventKind::armed_clash || kind == EventKind::complex_attack;
}

// The last battle of the day, before a change of hands, by which the place was taken.
Story* battle_for(std::vector<Story>& stories, ConflictEvent const& taken) {
    for (auto story = stories.rbegin(); story != stories.rend(); ++story) {
        auto const& event = *story->event;
        if (!is_battle(event.kind) || event.attacker != taken.attacker) continue;
        if (event.cell == taken.cell || (event.place != no_place && event.place == taken.place)) {
            return &*story;
        }
    }
    return nullptr;
}

}  // namespace

std::vector<Story> stories_of(World const& world, ReportingParams const& params) {
    auto const& totals = world.totals.events;
    auto const so_far = std::accumulate(totals.begin(), totals.end(), std::uint64_t{0});
    auto const first = static_cast<std::uint32_t>(so_far - world.events.size());
    std::vector<Story> stories;
    for (std::uint32_t i = 0; i < world.events.size(); ++i) {
        auto const& event = world.events[i];
        auto const sub_event = acled_sub_event_of(event, world);
        if (event.kind == EventKind::place_taken) {
            if (auto* const battle = battle_for(stories, event)) {
                battle->sub_event = sub_event;
                continue;
            }
        }
        sim::Stream draw{world.seed, purpose::news, i, world.today};
        stories.push_back({.event = &event,
                           .number = first + i,
                           .of_today = i,
                           .sub_event = sub_event,
                           .news = news_of(event, world, params, draw)});
    }
    return stories;
}

double attention_to(ConflictEvent const& event, World const& world, ReportingParams const& params,
                    ReportPlaces const& places) {
    return attention_to(params, world.today.value / days_per_year, world.date(),
                        places.is_capital(event.cell), event.kind);
}

std::array<std::uint32_t, side_count> by_side(std::uint32_t count,
                                              std::array<std::uint32_t, side_count> const& deaths) {
    std::array<std::uint32_t, side_count> shares{};
    auto const all = std::accumulate(deaths.begin(), deaths.end(), std::uint64_t{0});
    if (all == 0) {
        shares[static_cast<std::size_t>(Side::civilian)] = count;
        return shares;
    }
    std::array<std::uint64_t, side_count> rest{};
    std::uint32_t left = count;
    for (std::size_t side = 0; side < side_count; ++side) {
        auto const part = std::uint64_t{count} * deaths[side];
        shares[side] = static_cast<std::uint32_t>(part / all);
        rest[side] = part % all;
        left -= shares[side];
    }
    for (; left > 0; --left) {
        auto const largest = std::max_element(rest.begin(), rest.end()) - rest.begin();
        ++shares[static_cast<std::size_t>(largest)];
        rest[static_cast<std::size_t>(largest)] = 0;
    }
    return shares;
}

}  // namespace models
