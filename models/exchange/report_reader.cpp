#include "models/exchange/report_reader.hpp"

#include "sim/base/check.hpp"

namespace models {

namespace {

[[noreturn]] void has_none(sim::ResultReader const& reader) {
    throw sim::InputError(reader.path() +
                          ": has no /reports (the run recorded none). Run again with a version of "
                          "azalai that records them.");
}

}  // namespace

std::vector<AcledEvent> read_acled_reports(sim::ResultReader const& reader) {
    has_none(reader);
}

std::vector<UcdpEvent> read_ucdp_reports(sim::ResultReader const& reader) {
    has_none(reader);
}

}  // namespace models
