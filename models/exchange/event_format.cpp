#include "models/exchange/event_format.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <string>

#include "sim/base/check.hpp"

namespace models {

EventFormat event_format_of(std::filesystem::path const& path) {
    std::ifstream file{path};
    sim::require(file.is_open(), path.string() + ": cannot be opened. Name a file of events.");
    std::string header;
    while (std::getline(file, header) && (header.empty() || header.front() == '#')) continue;
    std::ranges::transform(header, header.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (header.find("type_of_violence") != std::string::npos) return EventFormat::ucdp;
    sim::require(header.find("sub_event_type") != std::string::npos,
                 path.string() +
                     ": has no column sub_event_type (ACLED) or type_of_violence "
                     "(UCDP). Name a file of events, or say its format.");
    return EventFormat::acled;
}

}  // namespace models
