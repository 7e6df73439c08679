#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <vector>

/// \file benchmarks/engine/plain_agent.hpp
/// What general engines make of an agent: an object of its own with a virtual step.
///
/// The models on it are references for speed. They do the work of walkers.hpp and schelling.hpp
/// the usual way: agents act one after another, see what those before them did, and draw from one
/// generator as they go. They leave out what makes many engines slower still (a shuffled order,
/// shared pointers, names as keys), so they are fast for their kind.

namespace bench {

/// One agent.
class PlainAgent {
  public:
    PlainAgent() = default;
    PlainAgent(PlainAgent const&) = delete;
    PlainAgent& operator=(PlainAgent const&) = delete;
    virtual ~PlainAgent() = default;

    /// Do what the agent does in one step.
    virtual void step() = 0;
};

/// All agents of a model, in the order in which they act.
using PlainAgents = std::vector<std::unique_ptr<PlainAgent>>;

/// Let every agent act once. Compiled apart from the agents, as in an engine.
void step_in_turn(PlainAgents const& agents);

/// Integer drawn from 0 to \p n - 1.
[[nodiscard]] inline std::uint32_t below(std::mt19937& random, std::uint32_t n) {
    return static_cast<std::uint32_t>((std::uint64_t{random()} * n) >> 32);
}

}  // namespace bench
