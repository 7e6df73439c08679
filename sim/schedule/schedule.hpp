#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "sim/base/ids.hpp"

/// \file sim/schedule/schedule.hpp
/// The day as an ordered list of processes. Knows nothing about what is in a world.

namespace sim {

/// Anything with a current day `today` that run() can advance.
template <class World>
concept Dated = requires(World& world) {
    { world.today } -> std::same_as<Day&>;
};

/// One rule, applied once a day to the whole world.
template <Dated World>
struct Process {
    std::string name;                  ///< Lower case; names its timing in the result file.
    std::function<void(World&)> step;  ///< Called once a day.
};

/// What happens in a day, in order.
template <Dated World>
using Schedule = std::vector<Process<World>>;

/// Looks at the finished day; cannot change it.
template <Dated World>
using Observer = std::function<void(World const&)>;

/// Where the wall time of a run went. Has no effect on results.
struct Timings {
    std::vector<double> process_seconds;  ///< One entry per process of the schedule, in its order.
    double observer_seconds = 0.0;        ///< All observers together.
    std::size_t days = 0;                 ///< Days that were simulated.
};

/// What may accompany a run without being part of the model.
template <Dated World>
struct RunHooks {
    /// Adds to these timings, if given; it must outlive the run.
    Timings* timings = nullptr;

    /// Called after each day with `today` already at the next one, the state from which a run can
    /// resume; returns whether to go on. For progress, checkpoints and signals.
    std::function<bool(World const&)> after_day;
};

/// How a run came to its end.
enum class RunEnd {
    finished,  ///< Every day was simulated.
    stopped,   ///< `after_day` asked to stop before the last day.
};

/// Measures consecutive stretches of wall time, if there is a place to put them.
class Stopwatch {
  public:
    /// \param is_on  Off, the clock is never read.
    explicit Stopwatch(bool is_on) : is_on_{is_on} {
        if (is_on_) last_ = Clock::now();
    }

    /// Add the time since the last call, or since the start, to \p seconds [s].
    void add_to(double& seconds) {
        if (!is_on_) return;
        auto const now = Clock::now();
        seconds += std::chrono::duration<double>(now - last_).count();
        last_ = now;
    }

  private:
    using Clock = std::chrono::steady_clock;
    bool is_on_;
    Clock::time_point last_;
};

/// Run from world.today to \p end (excluded): every process in order, then every observer.
///
/// What a process, observer or hook throws passes through; `today` is then still the day at fault.
template <Dated World>
RunEnd run(World& world, Schedule<World> const& schedule,
           std::span<Observer<World> const> observers, Day end, RunHooks<World> const& hooks = {}) {
    Timings unused;
    Timings& timings = hooks.timings != nullptr ? *hooks.timings : unused;
    timings.process_seconds.resize(schedule.size());
    while (world.today < end) {
        Stopwatch watch{hooks.timings != nullptr};
        for (std::size_t i = 0; i < schedule.size(); ++i) {
            schedule[i].step(world);
            watch.add_to(timings.process_seconds[i]);
        }
        for (auto const& observe : observers) observe(world);
        watch.add_to(timings.observer_seconds);
        ++timings.days;
        ++world.today.value;
        bool const goes_on = !hooks.after_day || hooks.after_day(world);
        if (!goes_on && world.today < end) return RunEnd::stopped;
    }
    return RunEnd::finished;
}

}  // namespace sim
