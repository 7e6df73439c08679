#include "models/reporting/news.hpp"

#include <cmath>

#include "sim/random/distributions.hpp"

namespace models {

namespace {

constexpr std::uint32_t first_rounded = 8;
constexpr std::uint32_t tens = 10;
constexpr std::uint32_t dozens = 12;
constexpr std::uint32_t hundreds = 100;

// The word that a source has for a number, as ACLED reads it.
std::uint32_t read_word(std::uint32_t count) noexcept {
    if (count >= hundreds) return hundreds;
    return count >= 2 * dozens ? dozens : tens;
}

bool is_armed_group(World const& world, ActorId actor) noexcept {
    return actor != no_actor && world.actors.side(actor) == Side::militant;
}

bool is_on_civilians(EventKind kind) noexcept {
    return kind == EventKind::attack_on_civilians || kind == EventKind::communal_attack ||
           kind == EventKind::execution || kind == EventKind::abduction;
}

// The week is known by a day of it, the month likewise.
ReportedTime told_time(sim::Day day, ReportingParams const& params, sim::Stream& draw) {
    double const u = draw.uniform();
    if (u >= params.week_precision + params.month_precision) return {.day = day};
    bool const by_week = u < params.week_precision;
    std::int64_t const reach = by_week ? 3 : 15;
    auto const shift =
        static_cast<std::int64_t>(draw.below(static_cast<std::uint32_t>(2 * reach + 1))) - reach;
    auto const told = std::max<std::int64_t>(std::int64_t{day.value} + shift, 0);
    return {.day = sim::Day{static_cast<std::uint32_t>(told)},
            .precision = static_cast<std::uint8_t>(by_week ? 2 : 3)};
}

}  // namespace

double chance_to_hear(double attention, std::uint32_t deaths) noexcept {
    return -std::expm1(-attention * (1.0 + deaths));
}

double attention_to(ReportingParams const& params, double years_since, sim::Date date,
                    bool in_capital, EventKind kind) noexcept {
    double attention = params.attention * (1.0 + params.attention_growth * years_since);
    if (date >= params.jump_on) attention *= params.attention_jump;
    if (in_capital) attention *= params.capital_factor;
    if (kind == EventKind::abduction) attention *= params.abduction_factor;
    return attention;
}

std::uint32_t rounded_count(std::uint32_t count) noexcept {
    if (count < first_rounded) return count;
    std::uint32_t const step = count < 20 ? 5 : 10;
    return (count + step / 2) / step * step;
}

std::uint32_t told_count(std::uint32_t deaths, ReportingParams const& params, sim::Stream& draw) {
    if (deaths == 0) return 0;
    double const factor = sim::lognormal(draw, 0.0, params.count_spread);
    double const u = draw.uniform();
    auto const count = static_cast<std::uint32_t>(std::llround(std::min(deaths * factor, 1e6)));
    if (u < params.vague_words) return count >= tens ? read_word(count) : count;
    return u < params.vague_words + params.rounding ? rounded_count(count) : count;
}

News news_of(ConflictEvent const& event, World const& world, ReportingParams const& params,
             sim::Stream& draw) {
    News news;
    auto const deaths = event.all_deaths();
    news.hidden = draw.uniform();
    double const nameless =
        is_on_civilians(event.kind) ? params.unidentified_on_civilians : params.unidentified;
    bool const may_be_nameless = is_armed_group(world, event.attacker);
    news.names_attacker = draw.uniform() >= nameless || !may_be_nameless;
    news.when = told_time(event.day, params, draw);
    auto const rivals = sim::poisson(draw, params.rival_counts * std::log1p(deaths));
    news.sources = 1 + std::min<std::size_t>(rivals, most_counts - 1);
    for (std::size_t i = 0; i < news.sources; ++i) {
        news.told[i] = told_count(deaths, params, draw);
    }
    std::sort(news.told.begin(), news.told.begin() + static_cast<std::ptrdiff_t>(news.sources));
    return news;
}

}  // namespace models
