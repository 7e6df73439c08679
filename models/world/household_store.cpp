#include "models/world/household_store.hpp"

#include <numeric>

#include "models/world/geography.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

template <class Value>
std::size_t bytes_of(std::vector<Value> const& column) noexcept {
    return column.capacity() * sizeof(Value);
}

}  // namespace

void HouseholdStore::reserve(std::size_t strata, std::size_t households) {
    people_.reserve(households);
    order_.reserve(households);
    strata_.cell.reserve(strata);
    strata_.community.reserve(strata);
    strata_.first.reserve(strata);
    strata_.households.reserve(strata);
    strata_.at_home.reserve(strata);
    strata_.people_home.reserve(strata);
    strata_.clock.reserve(strata);
}

StratumId HouseholdStore::add_stratum(sim::CellId cell, Community community,
                                      std::span<std::uint8_t const> sizes) {
    SIM_EXPECTS(strata_.size() == 0 || strata_.cell.back() <= cell);
    SIM_EXPECTS(people_.size() + sizes.size() < sim::no_row);
    auto const first = static_cast<std::uint32_t>(people_.size());
    auto const count = static_cast<std::uint32_t>(sizes.size());
    std::uint32_t people = 0;
    for (std::uint8_t const size : sizes) {
        SIM_EXPECTS(size >= 1);
        people += size;
    }
    people_.insert(people_.end(), sizes.begin(), sizes.end());
    order_.resize(people_.size());
    std::iota(order_.begin() + first, order_.end(), first);
    strata_.cell.push_back(cell);
    strata_.community.push_back(community);
    strata_.first.push_back(first);
    strata_.households.push_back(count);
    strata_.at_home.push_back(count);
    strata_.people_home.push_back(people);
    strata_.clock.push_back({});
    changed_.resize(sim::words_for(strata_.size()), 0);
    auto const rows = static_cast<std::uint32_t>(strata_.size());
    first_of_cell_.resize(std::size_t{cell.row} + 1, rows - 1);  // cells in between have none
    first_of_cell_.push_back(rows);
    return StratumId{static_cast<std::uint32_t>(strata_.size() - 1)};
}

void HouseholdStore::prefetch(StratumId stratum) const noexcept {
    __builtin_prefetch(strata_.cell.data() + stratum.row);
    __builtin_prefetch(strata_.community.data() + stratum.row);
    __builtin_prefetch(strata_.households.data() + stratum.row);
    __builtin_prefetch(strata_.at_home.data() + stratum.row);
    __builtin_prefetch(strata_.clock.data() + stratum.row, 1);
}

void HouseholdStore::prefetch(std::span<HouseholdAtHome const> leavers) const noexcept {
    for (auto const& [stratum, i] : leavers) {
        auto const* const order = order_.data() + strata_.first[stratum.row];
        __builtin_prefetch(order + i, 1);
        __builtin_prefetch(order + strata_.at_home[stratum.row] - 1, 1);
    }
    for (auto const& [stratum, i] : leavers) {
        __builtin_prefetch(people_.data() + at_home(stratum, i).row);
    }
}

void HouseholdStore::prefetch_return(MoverId mover, int step) const noexcept {
    Mover const& it = movers_[mover.row];
    auto const stratum = it.stratum.row;
    if (step == 0) {
        __builtin_prefetch(order_.data() + it.slot, 1);
        __builtin_prefetch(strata_.first.data() + stratum);
        __builtin_prefetch(strata_.at_home.data() + stratum, 1);
        return;
    }
    std::uint32_t const* const boundary =
        order_.data() + strata_.first[stratum] + strata_.at_home[stratum];
    if (step == 1) {
        __builtin_prefetch(boundary, 1);
    } else {
        __builtin_prefetch(movers_.data() + *boundary, 1);
    }
}

MoverId HouseholdStore::leave(StratumId stratum, std::uint32_t i, PlaceId from, sim::Day today) {
    SIM_EXPECTS(i < strata_.at_home[stratum.row]);
    std::uint32_t const slot = strata_.first[stratum.row] + i;
    std::uint32_t const last = strata_.first[stratum.row] + --strata_.at_home[stratum.row];
    HouseholdId const household{order_[slot]};
    MoverId const mover{static_cast<std::uint32_t>(movers_.size())};
    order_[slot] = order_[last];
    order_[last] = mover.row;
    sim::set_bit(changed_, stratum.row);
    strata_.people_home[stratum.row] -= people_[household.row];
    movers_.push_back({.household = household,
                       .stratum = stratum,
                       .home = strata_.cell[stratum.row],
                       .place = from,
                       .left_home = today,
                       .since = today,
                       .slot = last,
                       .community = strata_.community[stratum.row],
                       .people = people_[household.row]});
    return mover;
}

void HouseholdStore::come_home(MoverId mover, sim::Day today) {
    Mover& it = movers_[mover.row];
    SIM_EXPECTS(it.status < MoverStatus::returned);
    auto const stratum = it.stratum.row;
    std::uint32_t const boundary = strata_.first[stratum] + strata_.at_home[stratum]++;
    std::uint32_t const other = order_[boundary];  // the mover that stands at the boundary
    order_[it.slot] = other;
    movers_[other].slot = it.slot;
    order_[boundary] = it.household.row;
    sim::set_bit(changed_, stratum);
    strata_.people_home[stratum] += it.people;
    it.status = MoverStatus::returned;
    it.since = today;
}

void HouseholdStore::lose_person_at_home(StratumId stratum, std::uint32_t i, sim::Day today) {
    SIM_EXPECTS(i < strata_.at_home[stratum.row]);
    HouseholdId const household = at_home(stratum, i);
    --people_[household.row];
    --strata_.people_home[stratum.row];
    if (people_[household.row] > 0) return;
    MoverId const mover = leave(stratum, i, no_place, today);
    movers_[mover.row].status = MoverStatus::extinct;
}

void HouseholdStore::lose_person_away(MoverId mover, sim::Day today) {
    Mover& it = movers_[mover.row];
    SIM_EXPECTS(it.people >= 1 && it.status < MoverStatus::returned);
    --people_[it.household.row];
    if (--it.people > 0) return;
    it.status = MoverStatus::extinct;
    it.since = today;
}

std::size_t HouseholdStore::bytes_at_rest() const noexcept {
    return bytes_of(people_) + bytes_of(order_) + bytes_of(first_of_cell_) +
           bytes_of(strata_.cell) + bytes_of(strata_.community) + bytes_of(strata_.first) +
           bytes_of(strata_.households) + bytes_of(strata_.at_home) +
           bytes_of(strata_.people_home) + bytes_of(strata_.clock);
}

}  // namespace models
