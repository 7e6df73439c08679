#include "models/recorders/recorded_past.hpp"

#include <array>
#include <cstdint>

#include "models/observed_past/observed_past_process.hpp"

namespace models {

void record_observed_until(sim::ResultWriter& writer, ObservedPast const& past) {
    writer.write_text("/observed_past/until", sim::to_string(past.until),
                      {.long_name = "last day whose violence was given by observed events"});
}

void record_unplaced(sim::ResultWriter& writer, World const& world) {
    auto const side = vocabulary(writer, "/observed_past/side", flags_of(side_names), "side");
    std::array<std::int32_t, side_count> counts{};
    auto const unplaced = unplaced_deaths(world);
    for (std::size_t s = 0; s < side_count; ++s) counts[s] = static_cast<std::int32_t>(unplaced[s]);
    writer.write("/observed_past/unplaced", {side}, counts,
                 count_attributes("observed deaths for whom nobody was found near the event"));
}

}  // namespace models
