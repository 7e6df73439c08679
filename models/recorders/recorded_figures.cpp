#include "models/recorders/recorded_figures.hpp"

#include "sim/base/check.hpp"

namespace models {

std::vector<RecordedFigure> read_recorded_figures(sim::ResultReader const& reader) {
    throw sim::InputError(reader.path() + " has no documented figures. Run the scenario again.");
}

}  // namespace models
