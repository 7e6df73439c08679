#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

#include "models/scenario/scenario.hpp"

/// \file models/ensemble/scenario_cache.hpp
/// Scenarios that several runs share while they are in use.

namespace models {

/// Keeps the scenarios asked for last, so that the runs of one point share it. For several threads.
class ScenarioCache {
  public:
    using Load = std::function<Scenario()>;

    /// \param most  Scenarios kept; >= 1. Those in use elsewhere live on.
    explicit ScenarioCache(std::size_t most) : most_{most} {}

    /// The scenario of a key. Loaded by the first thread that asks; others wait for it.
    /// \throws what load() throws, in every thread that waits.
    [[nodiscard]] std::shared_ptr<Scenario const> get(std::uint64_t key, Load const& load);

  private:
    using Shared = std::shared_future<std::shared_ptr<Scenario const>>;

    std::size_t most_;
    std::mutex mutex_;
    std::list<std::pair<std::uint64_t, Shared>> kept_;  // the last one asked for in front
};

}  // namespace models
