#include "models/exchange/report_reader.hpp"

#include "sim/base/check.hpp"

namespace models {

std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& reader) {
    throw sim::InputError(reader.path() + ": this build reads no reports of events.");
}

}  // namespace models
