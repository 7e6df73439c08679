#include "models/recorders/run_history.hpp"

#include <algorithm>
#include <numeric>

#include "models/recorders/controlled_area.hpp"
#include "models/recorders/displaced_recorder.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

double militant_area(World const& world) {
    auto const area = controlled_area_km2(world);
    double sum = 0.0;
    for (std::uint32_t actor = 0; actor < area.size(); ++actor) {
        if (world.actors.side(ActorId{actor}) == Side::militant) sum += area[actor];
    }
    return sum;
}

std::uint32_t since(std::uint64_t now, std::uint64_t before) {
    return static_cast<std::uint32_t>(now - before);
}

}  // namespace

RunHistory::RunHistory(World const& world, std::span<DocumentedFigure const> figures)
    : first_day_(world.first_day),
      map_(world.map),
      before_(world.totals),
      returns_before_(world.returns),
      reports_(world.first_day) {
    SIM_EXPECTS(world.today == sim::Day{});
    for (std::uint32_t place = 0; place < map_->places.size(); ++place) {
        if (!map_->is_home(PlaceId{place})) abroad_.push_back(PlaceId{place});
    }
    for (auto const& figure : figures) {
        if (figure.quantity != FigureQuantity::territory_km2) continue;
        territory_asked_.emplace_back(figure.start, figure.end);
    }
}

bool RunHistory::is_territory_due(World const& world) const noexcept {
    if (world.today.value % territory_every_days != 0) return false;
    sim::Date const today = world.date();
    return std::ranges::any_of(territory_asked_, [&](auto const& period) {
        return period.first <= today && today <= period.second;
    });
}

void RunHistory::observe(World const& world) {
    SIM_EXPECTS(world.today.value == days_.size());
    DayRecord today;
    for (std::size_t side = 0; side < side_count; ++side) {
        today.deaths[side] = since(world.totals.deaths[side], before_.deaths[side]);
    }
    today.wounded = since(world.totals.wounded, before_.wounded);
    for (auto const& event : world.events) {
        ++today.events[static_cast<std::size_t>(event.kind)];
        if (!is_violent(event.kind)) continue;
        ++today.violent_events;
        bool const on_peacekeepers =
            event.target != no_actor && world.actors.side(event.target) == Side::peacekeeper;
        if (on_peacekeepers) ++today.peacekeeper_attacks;
    }
    today.idps_returned = since(world.totals.idps_returned, before_.idps_returned);
    today.refugees_returned = since(world.totals.refugees_returned, before_.refugees_returned);
    auto const& idps = world.places.people[static_cast<std::size_t>(MoverStatus::displaced)];
    today.idps = std::accumulate(idps.begin(), idps.end(), std::uint32_t{0});
    auto const& refugees = world.places.people[static_cast<std::size_t>(MoverStatus::refugee)];
    for (auto const place : abroad_) {
        refugees_.push_back(refugees[place.row]);
        today.refugees += refugees_.back();
    }
    for (std::size_t country = 0; country < map_->countries.size(); ++country) {
        refugees_returned_.push_back(
            since(world.returns.refugees[country], returns_before_.refugees[country]));
    }
    for (auto const people : idps_by_region(world)) {
        idps_.push_back(static_cast<std::uint32_t>(people));
    }
    if (is_territory_due(world)) {
        territory_.push_back({world.today, militant_area(world)});
    }
    reports_.observe(world);
    days_.push_back(today);
    before_ = world.totals;
    returns_before_ = world.returns;
}

std::optional<DayRange> RunHistory::range(sim::Date first, sim::Date last) const noexcept {
    auto const from = sim::days_between(first_day_, first);
    auto const to = sim::days_between(first_day_, last);
    bool const is_inside = from >= -quiet_days_before && to >= 0 && from <= to &&
                           to < static_cast<std::int64_t>(days_.size());
    if (!is_inside) return std::nullopt;
    return DayRange{{static_cast<std::uint32_t>(std::max<std::int64_t>(from, 0))},
                    {static_cast<std::uint32_t>(to)}};
}

std::span<std::uint32_t const> RunHistory::refugees(sim::Day day) const noexcept {
    return std::span{refugees_}.subspan(day.value * abroad_.size(), abroad_.size());
}

std::span<std::uint32_t const> RunHistory::refugees_returned(sim::Day day) const noexcept {
    auto const countries = map_->countries.size();
    return std::span{refugees_returned_}.subspan(day.value * countries, countries);
}

std::span<std::uint32_t const> RunHistory::idps(sim::Day day) const noexcept {
    auto const regions = map_->regions.size();
    return std::span{idps_}.subspan(day.value * regions, regions);
}

std::optional<double> RunHistory::militant_area_km2(DayRange range) const noexcept {
    double sum = 0.0;
    int count = 0;
    for (auto const& measured : territory_) {
        bool const is_inside =
            measured.day.value >= range.first.value && measured.day.value <= range.last.value;
        if (!is_inside) continue;
        sum += measured.km2;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / count;
}

std::vector<AgreementRecord> RunHistory::agreements(World const& world) {
    std::vector<AgreementRecord> records;
    auto const& all = world.agreements;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const end = std::min(all.ends[i], world.today);
        records.push_back({.key = all.key[i],
                           .a = world.actors.key[all.a[i].row],
                           .b = world.actors.key[all.b[i].row],
                           .begins = all.begins[i],
                           .days = end.value - std::min(all.begins[i], end).value,
                           .is_in_force = all.state[i] == AgreementState::in_force});
    }
    return records;
}

}  // namespace models
