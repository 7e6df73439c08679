#include "models/reporting/registration.hpp"

#include <cmath>
#include <utility>

#include "sim/base/check.hpp"

namespace models {

Registrations::Registrations(std::vector<Verification> verifications)
    : verifications_(std::move(verifications)) {
    for (auto const& one : verifications_) {
        SIM_EXPECTS(one.counted_before > 0.0 && one.counted_after > 0.0);
        static_cast<void>(one);
    }
}

double Registrations::factor(PlaceId place, sim::Date date) const noexcept {
    double factor = 1.0;
    for (auto const& one : verifications_) {
        bool const is_to_come = one.place == place && date < one.verified_on;
        if (is_to_come) factor *= one.counted_before / one.counted_after;
    }
    return factor;
}

std::uint32_t Registrations::registered(PlaceId place, sim::Date date,
                                        std::uint32_t present) const noexcept {
    if (present == 0) return 0;
    return static_cast<std::uint32_t>(std::llround(present * factor(place, date)));
}

std::vector<std::int32_t> registered_by_place(World const& world,
                                              Registrations const& registrations) {
    auto const& present = world.places.people[static_cast<std::size_t>(MoverStatus::refugee)];
    std::vector<std::int32_t> registered;
    registered.reserve(present.size());
    for (std::uint32_t place = 0; place < present.size(); ++place) {
        registered.push_back(static_cast<std::int32_t>(
            registrations.registered(PlaceId{place}, world.date(), present[place])));
    }
    return registered;
}

std::vector<std::int32_t> registered_by_country(World const& world,
                                                Registrations const& registrations) {
    std::vector<std::int32_t> sums(world.map->countries.size(), 0);
    auto const registered = registered_by_place(world, registrations);
    for (std::size_t place = 0; place < registered.size(); ++place) {
        sums[world.map->places.country[place].row] += registered[place];
    }
    return sums;
}

}  // namespace models
