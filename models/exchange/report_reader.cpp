#include "models/exchange/report_reader.hpp"

#include "sim/base/check.hpp"

namespace models {

std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& file) {
    throw sim::InputError(file.path() + ": this build cannot read reports. Use another.");
}

std::vector<UcdpEvent> read_ucdp_reports(sim::ResultReader const& file) {
    throw sim::InputError(file.path() + ": this build cannot read reports. Use another.");
}

}  // namespace models
