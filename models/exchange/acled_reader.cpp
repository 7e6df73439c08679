#include "models/exchange/acled_reader.hpp"

#include "sim/base/check.hpp"

namespace models {

std::vector<AcledEvent> read_acled(std::filesystem::path const& path) {
    throw sim::InputError(path.string() + " cannot be read yet.");
}

}  // namespace models
