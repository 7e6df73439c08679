#include "models/displacement/settled_shares.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr std::size_t places_a_part = 4;  // more take longer to search, fewer to make the guide

}  // namespace

SettledShares::SettledShares(Geography const& map) {
    std::size_t const places = map.places.size();
    for (std::uint32_t place = 0; place < places; ++place) {
        is_inside_.push_back(map.is_home(PlaceId{place}) ? 1 : 0);
    }
    for (auto& sums : sums_) sums.assign(places + 1, 0.0);
    for (auto& guide : guide_) guide.assign(std::bit_ceil(places / places_a_part + 1), 1);
}

void SettledShares::update(World const& world) {
    for (std::size_t community = 0; community < community_count; ++community) {
        auto const& settled = world.places.settled[community];
        auto& sums = sums_[community];
        SIM_EXPECTS(sums.size() == settled.size() + 1);
        std::array<std::uint64_t, 2> people{};  // abroad and inside the country
        for (std::uint32_t place = 0; place < settled.size(); ++place) {
            people[is_inside_[place]] += settled[place];
        }
        bool const is_empty = people[0] + people[1] == 0;
        if (is_empty && sums.back() == 0.0) continue;  // nor was anybody before
        // Where nobody is, nobody is at any place, and 0 of 1 is as good as 0 of 0.
        std::array<double, 2> const all{std::max(1.0, static_cast<double>(people[0])),
                                        std::max(1.0, static_cast<double>(people[1]))};
        double sum = 0.0;
        for (std::uint32_t place = 0; place < settled.size(); ++place) {
            sum += settled[place] / all[is_inside_[place]];
            sums[place + 1] = sum;
        }
        if (!is_empty) update_guide(community);
    }
}

void SettledShares::update_guide(std::size_t community) {
    auto const& sums = sums_[community];
    auto& guide = guide_[community];
    double const part = 1.0 / static_cast<double>(guide.size());  // exact, a power of 2
    std::uint32_t above = 1;
    for (std::size_t i = 0; i < guide.size(); ++i) {
        double const least = static_cast<double>(i) * part * sums.back();
        while (sums[above] <= least) ++above;
        guide[i] = above;
    }
}

PlaceId SettledShares::draw(Community community, sim::Stream& draw) const noexcept {
    auto const& sums = sums_[static_cast<std::size_t>(community)];
    auto const& guide = guide_[static_cast<std::size_t>(community)];
    double const u = draw.uniform();
    double const wanted = u * sums.back();
    // The first place whose sum lies above; it has a share. Rounding may put the draw on the end.
    std::size_t above = guide[static_cast<std::size_t>(u * static_cast<double>(guide.size()))];
    while (above < sums.size() && sums[above] <= wanted) ++above;
    if (above < sums.size()) return PlaceId{static_cast<std::uint32_t>(above - 1)};
    auto const last = std::lower_bound(sums.begin() + 1, sums.end(), sums.back());
    return PlaceId{static_cast<std::uint32_t>(last - sums.begin() - 1)};
}

}  // namespace models
