#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "models/exchange/acled_reader.hpp"
#include "models/exchange/acled_writer.hpp"
#include "sim/base/check.hpp"

// Whatever the bytes, the reader of ACLED's files either throws InputError, or gives events, none
// of its rows lost, that the writer writes such that they read back the same.

namespace {

std::string written(std::vector<models::AcledEvent> const& events, models::AcledCodes codes) {
    std::string text;
    models::write_acled(events, codes, [&](std::string_view part) { text += part; });
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string const text{reinterpret_cast<char const*>(bytes), size};
    std::vector<models::AcledEvent> events;
    models::ReadReport report;
    try {
        events = models::parse_acled(text, "fuzz.csv", &report);
    } catch (sim::InputError const&) {
        return 0;
    }
    if (report.events != events.size()) std::abort();
    if (report.rows != report.events + report.merged_rows) std::abort();
    for (auto const codes : {models::AcledCodes::text, models::AcledCodes::number}) {
        if (models::parse_acled(written(events, codes), "again.csv") != events) std::abort();
    }
    return 0;
}
