#include "models/flee/route_table.hpp"

#include <algorithm>
#include <string>

#include "sim/base/check.hpp"

namespace models::flee {

namespace {

// Walks every loop-free route from one place, shortest prefix first.
class Explorer {
  public:
    Explorer(Places const& places, Links const& links, std::uint32_t awareness_level)
        : places_(places), links_(links), awareness_(awareness_level), leaving_(places.size()) {
        for (std::uint32_t i = 0; i < links.size(); ++i) leaving_[links.from[i]].push_back(i);
        is_passed_.assign(places.size(), 0);
    }

    template <class Visit>
    void from(std::uint32_t place, std::uint32_t steps, double km, Visit&& visit) {
        if (steps >= awareness_) return;
        is_passed_[place] = 1;
        for (auto const link : leaving_[place]) {
            auto const next = links_.to[link];
            if (is_passed_[next] != 0) continue;
            way_.push_back(link);
            bool const is_marker = places_.kind[next] == PlaceKind::marker;
            if (!is_marker) visit(next, km + links_.km[link], way_);
            from(next, steps + (is_marker ? 0 : 1), km + links_.km[link], visit);
            way_.pop_back();
        }
        is_passed_[place] = 0;
    }

  private:
    Places const& places_;
    Links const& links_;
    std::uint32_t awareness_;
    std::vector<std::vector<std::uint32_t>> leaving_;
    std::vector<std::uint8_t> is_passed_;
    std::vector<std::uint32_t> way_;
};

}  // namespace

RouteTable::RouteTable(Places const& places, Links const& links, std::uint32_t awareness_level) {
    Explorer explorer{places, links, awareness_level};
    auto const keep = [this](std::uint32_t end, double km, std::vector<std::uint32_t> const& way) {
        sim::require(ends_.size() < most_routes, "move_rules.awareness_level gives more than " +
                                                     std::to_string(most_routes) +
                                                     " routes on this network. Lower it.");
        ends_.push_back({way.front(), end});
        km_.push_back(km);
        first_link_.push_back(static_cast<std::uint32_t>(links_.size()));
        links_.insert(links_.end(), way.begin(), way.end());
    };
    for (std::uint32_t place = 0; place < places.size(); ++place) {
        first_route_.push_back(size());
        explorer.from(place, 0, 0.0, keep);
    }
    first_route_.push_back(size());
    first_link_.push_back(static_cast<std::uint32_t>(links_.size()));
}

}  // namespace models::flee
