#include "models/world/political_log.hpp"

namespace models {

std::size_t count_of(PoliticalLog const& log, PoliticalKind kind) noexcept {
    std::size_t count = 0;
    for (auto const& event : log) count += event.kind == kind ? 1 : 0;
    return count;
}

double sum_of(PoliticalLog const& log, PoliticalKind kind) noexcept {
    double sum = 0.0;
    for (auto const& event : log) sum += event.kind == kind ? event.value : 0.0;
    return sum;
}

}  // namespace models
