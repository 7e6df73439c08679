#include "models/app/run_scenario.hpp"

#include <memory>
#include <utility>

#include "models/app/result_file.hpp"
#include "models/checkpoint/run_checkpoint.hpp"
#include "models/checkpoint/world_archive.hpp"
#include "models/observed_past/observed_past_process.hpp"
#include "models/scenario/first_world.hpp"
#include "models/schedule/daily.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

std::uint32_t days_to_simulate(Scenario const& scenario, RunOptions const& options) {
    auto const days = options.days.value_or(scenario.days());
    sim::require(days >= 1, "--days 0 (must be at least 1). Leave it out to run the scenario.");
    sim::require(days <= scenario.days(),
                 "--days " + std::to_string(days) + " (the scenario has only " +
                     std::to_string(scenario.days()) +
                     "). Leave it out, or set scenario.last_day to a later date.");
    return days;
}

/// Writes checkpoints of one run, if it has a result file.
class Checkpoints {
  public:
    Checkpoints(Scenario const& scenario, RunOptions const& options, std::uint32_t days)
        : options_{options}, key_{{}, days} {
        if (!options.output.empty()) key_.made = provenance_of(scenario, options);
    }

    [[nodiscard]] std::optional<RunCheckpoint> last() const {
        if (!options_.resume || options_.output.empty()) return std::nullopt;
        return read_checkpoint(options_.output, key_);
    }

    /// Whether one is due on the morning of a day.
    [[nodiscard]] bool is_due(sim::Day tomorrow) const noexcept {
        auto const every = options_.checkpoint_every;
        return every > 0 && tomorrow.value % every == 0 && tomorrow.value < key_.days;
    }

    void write(World const& world, RunHistory const& history, ResultFile& file) const {
        RunCheckpoint checkpoint{.days_done = world.today.value,
                                 .world = world_bytes(world),
                                 .history = bytes_of(history)};
        file.save(checkpoint);
        write_checkpoint(options_.output, key_, checkpoint);
    }

  private:
    RunOptions const& options_;
    RunKey key_;
};

// Take on the state of a checkpoint. Its bytes were checked by the file; what does not fit them all
// the same was not written by this program.
void go_on_from(RunCheckpoint const& checkpoint, World& world, RunHistory& history,
                ResultFile& file, std::filesystem::path const& output) {
    try {
        restore_world(world, checkpoint.world);
        from_bytes(checkpoint.history, history);
        file.resume(checkpoint);
    } catch (sim::InputError const&) {
        throw;
    } catch (sim::IoError const&) {
        throw;
    } catch (std::exception const& error) {
        throw sim::InputError(checkpoint_of(output).string() + ": is damaged (" + error.what() +
                              "). Remove it to begin anew.");
    }
}

}  // namespace

RunResult run_scenario(Scenario const& scenario, RunOptions const& options,
                       RunCallbacks const& callbacks) {
    auto const days = days_to_simulate(scenario, options);
    Checkpoints const checkpoints{scenario, options, days};
    auto const before = checkpoints.last();
    std::unique_ptr<ResultFile> file;
    if (!options.output.empty()) file = std::make_unique<ResultFile>(scenario, options);

    auto world = make_world(scenario, sim::Seed{options.seed});
    auto const schedule = daily_schedule(scenario, world);
    RunHistory history{world, scenario.figures};
    std::vector<sim::Observer<World>> observers{
        [&history](World const& today) { history.observe(today); }};
    if (file) {
        file->begin(world, scenario, sim::Day{days - 1});
        if (before) go_on_from(*before, world, history, *file, options.output);
        observers.emplace_back([&file](World const& today) { file->observe(today); });
    }

    if (callbacks.observe) observers.emplace_back(callbacks.observe);

    sim::Timings timings;
    sim::RunHooks<World> const hooks{
        .timings = &timings, .after_day = [&](World const& tomorrow) {
            if (callbacks.progress) {
                callbacks.progress({tomorrow.date(), tomorrow.today.value, days});
            }
            bool const stops = callbacks.should_stop && callbacks.should_stop();
            bool const is_over = tomorrow.today.value >= days;
            if (file && !is_over && (stops || checkpoints.is_due(tomorrow.today))) {
                checkpoints.write(tomorrow, history, *file);
            }
            return !stops;
        }};
    auto const end = sim::run(world, schedule, std::span<sim::Observer<World> const>{observers},
                              sim::Day{days}, hooks);

    std::vector<std::string> names;
    for (auto const& process : schedule) names.push_back(process.name);
    auto agreements = RunHistory::agreements(world);
    std::array<std::uint64_t, side_count> unplaced{};
    if (scenario.observed_past) unplaced = unplaced_deaths(world);
    std::filesystem::path path;
    if (file) {
        RunOutcome const outcome{history, agreements, scenario.map->countries,
                                 scenario.registrations};
        path = file->finish(world, end, scenario, outcome);
        if (end == sim::RunEnd::finished) remove_checkpoints(options.output);
    }
    return {.end = end,
            .days = world.today.value,
            .resumed_after = before ? before->days_done : 0,
            .file = std::move(path),
            .process_names = std::move(names),
            .timings = std::move(timings),
            .history = std::move(history),
            .agreements = std::move(agreements),
            .unplaced = unplaced};
}

}  // namespace models
