#include "models/scoring/scoring_period.hpp"

#include <algorithm>
#include <cstdio>

#include "models/observed/grid_ids.hpp"
#include "models/observed/result_map.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr char const* until_path = "/observed_past/until";

MonthRange range_between(std::int32_t first, std::int32_t last) {
    return {.first = first, .count = static_cast<std::uint32_t>(std::max(last - first + 1, 0))};
}

// The first month that begins on the day or later.
std::int32_t first_whole_month(sim::Date day) {
    return views_month_id(day) + (sim::day_of_month(day) == 1 ? 0 : 1);
}

// The last month that has ended when the day ends.
std::int32_t last_whole_month(sim::Date day) {
    return views_month_id(day + std::chrono::days{1}) - 1;
}

std::string period_text(SimulatedDays const& days) {
    return days.file + " covers " + sim::to_string(days.first) + " to " + sim::to_string(days.last);
}

std::string period_text(MonthRange const& months) {
    return month_text(months.first) + " to " + month_text(months.last());
}

std::int32_t first_after_restart(PeriodRequest const& request,
                                 std::span<SimulatedDays const> files) {
    auto const first = views_month_id(*request.restart) + 1;
    auto const restart = sim::to_string(*request.restart);
    sim::require(!request.from || *request.from == first,
                 "--from " + month_text(request.from.value_or(first)) + " contradicts --restart " +
                     restart + " (scoring begins the month after, " + month_text(first) +
                     "). Leave one of them out.");
    for (auto const& file : files) {
        sim::require(first_whole_month(file.first) <= first,
                     period_text(file) + ", which does not hold all of " + month_text(first) +
                         ", the month after --restart " + restart +
                         ". Give the day up to which the run was initialised.");
    }
    return first;
}

void require_within(std::optional<std::int32_t> month, char const* option, MonthRange const& range,
                    std::string const& who) {
    if (!month) return;
    sim::require(range.contains(*month), std::string{option} + " " + month_text(*month) + ": " +
                                             who + " (" + period_text(range) +
                                             "). Choose a month among these.");
}

}  // namespace

SimulatedDays simulated_days(sim::ResultReader const& file) {
    auto const days = read_result_days(file);
    SimulatedDays simulated{.file = file.path(), .first = days.first, .last = days.last};
    if (!file.contains(until_path)) return simulated;
    auto const texts = file.read_text(until_path);
    if (texts.size() == 1) simulated.observed_until = sim::parse_date(texts.front());
    sim::require(
        simulated.observed_until.has_value(),
        file.path() + ": " + until_path + " is no day. The file is damaged; make it anew.");
    return simulated;
}

MonthRange whole_months(SimulatedDays const& days) {
    return range_between(first_whole_month(days.first), last_whole_month(days.last));
}

std::optional<std::int32_t> parse_month(std::string_view text) {
    auto const day = sim::parse_date(std::string{text} + "-01");
    if (!day) return std::nullopt;
    return views_month_id(*day);
}

std::string month_text(std::int32_t month) {
    return sim::to_string(views_month_start(month)).substr(0, 7);
}

ScoringPeriod scoring_period(PeriodRequest const& request, std::span<SimulatedDays const> files,
                             MonthRange const& observed) {
    SIM_EXPECTS(!files.empty() && observed.count > 0);
    auto from = request.from;
    if (request.restart) from = first_after_restart(request, files);
    char const* const from_option = request.restart ? "The month after --restart," : "--from";
    require_within(from, from_option, observed, "no month of the observations");
    require_within(request.to, "--to", observed, "no month of the observations");
    auto first = observed.first;
    auto last = observed.last();
    for (auto const& file : files) {
        auto const months = whole_months(file);
        sim::require(months.count > 0, period_text(file) + ", no whole month. Score a longer run.");
        auto const who = "not a whole month of " + file.file;
        require_within(from, from_option, months, who);
        require_within(request.to, "--to", months, who);
        first = std::max(first, months.first);
        last = std::min(last, months.last());
    }
    if (from) first = *from;
    if (request.to) last = *request.to;
    sim::require(first <= last,
                 "No month is left to score: the observations are of " + period_text(observed) +
                     ", " + period_text(files.front()) +
                     ". Give observations of the months that were simulated, or another period.");
    auto const seen = request.restart ? last_whole_month(*request.restart) : first - 1;
    return {.scored = range_between(first, last), .last_seen = seen};
}

std::optional<sim::Date> common_restart(std::span<SimulatedDays const> files) {
    SIM_EXPECTS(!files.empty());
    auto const text = [](SimulatedDays const& file) {
        return file.observed_until ? sim::to_string(*file.observed_until) : std::string{"no day"};
    };
    auto const& first = files.front();
    for (auto const& file : files) {
        sim::require(file.observed_until == first.observed_until,
                     file.file + " was re-initialised up to " + text(file) + ", " + first.file +
                         " up to " + text(first) +
                         ". Score runs of one restart, or say --restart.");
    }
    return first.observed_until;
}

bool is_reinitialised(SimulatedDays const& file, sim::Date restart) noexcept {
    return file.observed_until == restart || file.first >= restart;
}

}  // namespace models
