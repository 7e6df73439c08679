#include "models/calibration/patterns.hpp"

#include <algorithm>
#include <functional>

namespace models {
namespace {

using Count = std::function<std::uint32_t(MonthRecord const&)>;

Count deaths(PatternCount count) {
    if (count == PatternCount::acled) return [](auto const& month) { return month.acled_deaths; };
    return [](auto const& month) { return month.deaths; };
}

struct Months {
    std::size_t first = 0, end = 0;  // of the run; first < end
};

std::optional<Months> months_of(std::optional<sim::Date> from, std::optional<sim::Date> to,
                                sim::Date first_day, std::size_t size) {
    if (!from || !to) return std::nullopt;
    auto const first = month_number(*from) - month_number(first_day);
    auto const last = month_number(*to) - month_number(first_day);
    if (first < 0 || last < first || last >= static_cast<int>(size)) return std::nullopt;
    return Months{static_cast<std::size_t>(first), static_cast<std::size_t>(last) + 1};
}

double sum(std::vector<MonthRecord> const& months, Months where, Count const& count) {
    double sum = 0.0;
    for (auto i = where.first; i < where.end; ++i) sum += count(months[i]);
    return sum;
}

std::optional<std::size_t> peak(std::vector<MonthRecord> const& months, Count const& count) {
    auto const most = std::ranges::max_element(months, {}, count);
    if (most == months.end() || count(*most) == 0) return std::nullopt;
    return static_cast<std::size_t>(most - months.begin());
}

std::optional<double> peak_month(std::vector<MonthRecord> const& months, sim::Date first_day,
                                 Count const& count) {
    auto const most = peak(months, count);
    if (!most) return std::nullopt;
    return month_number(first_day) + static_cast<double>(*most);
}

}  // namespace

bool is_month(PatternKind kind) noexcept {
    return kind == PatternKind::refugee_peak_month || kind == PatternKind::idp_peak_month ||
           kind == PatternKind::death_peak_month;
}

bool is_log(PatternKind kind) noexcept {
    return !is_month(kind) && kind != PatternKind::death_share;
}

std::optional<double> measure(StudyPattern const& pattern, sim::Date first_day,
                              std::vector<MonthRecord> const& months) {
    Count const refugees = [](auto const& month) { return month.refugees; };
    Count const idps = [](auto const& month) { return month.idps; };
    auto const count = deaths(pattern.count);
    auto const here = months_of(pattern.from, pattern.to, first_day, months.size());
    auto const there = months_of(pattern.of_from, pattern.of_to, first_day, months.size());
    auto const ratio = [&](double above, double below) {
        return below > 0.0 ? std::optional{above / below} : std::nullopt;
    };
    auto const peak_ratio = [&](Count const& what) -> std::optional<double> {
        auto const most = peak(months, what);
        if (!most || !here) return std::nullopt;
        return ratio(what(months[*most]), what(months[here->end - 1]));
    };
    switch (pattern.kind) {
        case PatternKind::refugee_peak_month:
            return peak_month(months, first_day, refugees);
        case PatternKind::idp_peak_month:
            return peak_month(months, first_day, idps);
        case PatternKind::death_peak_month:
            return peak_month(months, first_day, count);
        case PatternKind::death_share:
        case PatternKind::death_ratio:
            if (!here || !there) return std::nullopt;
            return ratio(sum(months, *here, count), sum(months, *there, count));
        case PatternKind::refugee_peak_ratio:
            return peak_ratio(refugees);
        case PatternKind::idp_peak_ratio:
            return peak_ratio(idps);
        case PatternKind::months_without_deaths:
            if (!here) return std::nullopt;
            return sum(months, *here,
                       [&](MonthRecord const& month) { return count(month) == 0 ? 1U : 0U; });
    }
    return std::nullopt;
}

}  // namespace models
