#include "models/exchange/ucdp_reader.hpp"

#include "sim/base/check.hpp"

namespace models {

std::vector<UcdpEvent> read_ucdp(std::filesystem::path const& path) {
    throw sim::InputError(path.string() + ": this build cannot read events of UCDP. Use another.");
}

}  // namespace models
