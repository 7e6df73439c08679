#include "models/displacement/settled_shares.hpp"

#include <algorithm>
#include <cstdint>

#include "sim/base/check.hpp"

namespace models {

SettledShares::SettledShares(std::size_t places) {
    for (auto& sums : sums_) sums.assign(places + 1, 0.0);
}

void SettledShares::update(World const& world) {
    for (std::size_t community = 0; community < community_count; ++community) {
        auto const& settled = world.places.settled[community];
        auto& sums = sums_[community];
        SIM_EXPECTS(sums.size() == settled.size() + 1);
        std::array<std::uint64_t, 2> people{};  // abroad and inside the country
        for (std::uint32_t place = 0; place < settled.size(); ++place) {
            people[world.map->is_home(PlaceId{place})] += settled[place];
        }
        for (std::uint32_t place = 0; place < settled.size(); ++place) {
            auto const all = std::max<std::uint64_t>(1, people[world.map->is_home(PlaceId{place})]);
            sums[place + 1] = sums[place] + settled[place] / static_cast<double>(all);
        }
    }
}

PlaceId SettledShares::draw(Community community, sim::Stream& draw) const noexcept {
    auto const& sums = sums_[static_cast<std::size_t>(community)];
    double const wanted = draw.uniform() * sums.back();
    // The first place whose sum lies above; it has a share. Rounding may put the draw on the end.
    auto const found = std::upper_bound(sums.begin() + 1, sums.end(), wanted);
    if (found != sums.end()) return PlaceId{static_cast<std::uint32_t>(found - sums.begin() - 1)};
    auto const last = std::lower_bound(sums.begin() + 1, sums.end(), sums.back());
    return PlaceId{static_cast<std::uint32_t>(last - sums.begin() - 1)};
}

}  // namespace models
