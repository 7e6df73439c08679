#include "benchmarks/engine/plain_agent.hpp"

namespace bench {

void step_in_turn(PlainAgents const& agents) {
    for (auto const& agent : agents) agent->step();
}

}  // namespace bench
