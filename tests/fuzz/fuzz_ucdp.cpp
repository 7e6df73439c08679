#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "models/exchange/ucdp_reader.hpp"
#include "models/exchange/ucdp_writer.hpp"
#include "sim/base/check.hpp"

// Whatever the bytes, the reader of UCDP's files either throws InputError, or gives events that
// keep UCDP's rules and that the writer writes such that they read back the same.

namespace {

bool keeps_the_rules(models::UcdpEvent const& event) {
    auto const sum = std::uint64_t{event.deaths_a} + event.deaths_b + event.deaths_civilians +
                     event.deaths_unknown;
    return sum == event.best && event.low <= event.best && event.best <= event.high &&
           event.date_start <= event.date_end;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string const text{reinterpret_cast<char const*>(bytes), size};
    std::vector<models::UcdpEvent> events;
    try {
        events = models::parse_ucdp(text, "fuzz.csv");
    } catch (sim::InputError const&) {
        return 0;
    }
    for (auto const& event : events) {
        if (!keeps_the_rules(event)) std::abort();
    }
    std::string again;
    models::write_ucdp(events, [&](std::string_view part) { again += part; });
    if (models::parse_ucdp(again, "again.csv") != events) std::abort();
    return 0;
}
