#include "models/app/calibration_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <system_error>
#include <thread>

#include "models/app/output_folder.hpp"
#include "models/app/summarised_run.hpp"
#include "models/app/sweep.hpp"
#include "models/checkpoint/archive.hpp"
#include "sim/base/check.hpp"
#include "sim/config/file_hash.hpp"
#include "sim/ensemble/work.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

template <class Archive>
void serialize(Archive& archive, RunRequest& request) {
    archive(request.values, request.seed);
}

template <class Archive>
void serialize(Archive& archive, KeptRun& run) {
    archive(run.request, run.record, run.seconds);
}

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto look_again = std::chrono::milliseconds{200};  // for the runs of others
constexpr double say_every = 60.0;                           // who is waited for [s]

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The first 64 bits of the request's SHA-256.
std::uint64_t row_of(RunRequest const& request) {
    return std::stoull(sim::sha256_of_text(bytes_of(request)).substr(0, 16), nullptr, 16);
}

}  // namespace

CalibrationRuns::CalibrationRuns(ScenarioFamily const& scenario, std::vector<std::string> keys,
                                 std::string identity, CalibrationFolder const& folder,
                                 sim::MpiWork* mpi)
    : scenario_{scenario},
      keys_{std::move(keys)},
      identity_{std::move(identity)},
      folder_{folder},
      mpi_{mpi},
      journal_{folder.journal(), identity_, journal_access(folder.options())} {
    take(journal_, 0);
    read_others();
}

std::string CalibrationRuns::run(RunRequest const& request, int threads) const {
    sim::set_threads(threads);
    auto const start = Clock::now();
    KeptRun kept{.request = request};
    std::optional<Scenario> scenario;
    try {
        scenario.emplace(scenario_.with(settings_of(keys_, request)));
    } catch (sim::InputError const&) {
        kept.record.has_failed = true;  // each value alone is in range: these do not go together
    }
    if (scenario) kept.record = record_of(summarised_run(*scenario, request.seed, true));
    kept.seconds = since(start) * threads;
    return bytes_of(kept);
}

void CalibrationRuns::take(sim::Journal const& journal, std::size_t first) {
    auto const& records = journal.records();
    for (auto i = first; i < records.size(); ++i) {
        KeptRun kept;
        from_bytes(journal.read(records[i]), kept);
        known_.insert_or_assign(records[i].row, std::move(kept));
    }
}

void CalibrationRuns::read_others() {
    std::error_code failed;
    for (auto const& entry : fs::directory_iterator{folder_.options().folder, failed}) {
        auto const& path = entry.path();
        if (path.extension() != ".journal" || path == folder_.journal()) continue;
        auto& other = others_[path.string()];
        if (!other.journal) {
            auto journal =
                std::make_unique<sim::Journal>(path, identity_, sim::JournalAccess::read);
            if (!journal->has_header()) continue;  // its writer has just begun
            other.journal = std::move(journal);
        } else {
            other.journal->refresh();
        }
        take(*other.journal, std::exchange(other.read, other.journal->records().size()));
    }
}

std::vector<CalibrationRuns::Row> CalibrationRuns::missing(std::span<RunRequest const> requests,
                                                           bool only_ours) const {
    auto const shard = folder_.options().shard;
    std::vector<Row> rows;
    std::set<Row> seen;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (only_ours && i % shard.count != shard.index) continue;
        auto const row = row_of(requests[i]);
        if (!known_.contains(row) && seen.insert(row).second) rows.push_back(row);
    }
    return rows;
}

std::vector<RunRecord> CalibrationRuns::make(std::span<RunRequest const> requests) {
    read_others();
    auto const rows = missing(requests, true);
    if (mpi_ != nullptr) {
        make_over_ranks(requests, rows);
    } else {
        make_here(requests, rows);
    }
    journal_.sync();
    wait_for_others(requests);
    std::vector<RunRecord> records;
    seconds_of_last_ = 0.0;
    for (auto const& request : requests) {
        auto const& kept = known_.at(row_of(request));
        SIM_EXPECTS(kept.request == request);
        records.push_back(kept.record);
        seconds_of_last_ += kept.seconds;
    }
    return records;
}

void CalibrationRuns::make_here(std::span<RunRequest const> requests,
                                std::vector<Row> const& rows) {
    std::unordered_map<Row, RunRequest const*> asked;
    for (auto const& request : requests) asked.emplace(row_of(request), &request);
    auto const use = share_cores(folder_.options().cores, rows.size());
    std::size_t done = 0;
    if (progress && !rows.empty()) progress(done, rows.size());
    sim::run_locally(
        rows, use.jobs, [&](Row row) { return run(*asked.at(row), use.threads); },
        [&](Row row, std::string const& bytes) {
            journal_.append(row, bytes);
            from_bytes(bytes, known_[row]);
            ++made_here_;
            if (progress) progress(++done, rows.size());
        },
        [this] { return is_stopping(); });
    if (done < rows.size()) throw CalibrationStopped{"interrupted"};
}

void CalibrationRuns::make_over_ranks(std::span<RunRequest const> requests, std::vector<Row> rows) {
    std::unordered_map<Row, RunRequest const*> asked;
    for (auto const& request : requests) asked.emplace(row_of(request), &request);
    rows = mpi_->from_first(std::move(rows));
    std::size_t done = 0;
    auto const end = mpi_->run(
        rows, [&](Row row) { return run(*asked.at(row), 1); },
        [&](Row row, std::string const& bytes) {
            journal_.append(row, bytes);
            from_bytes(bytes, known_[row]);
            ++made_here_;
        },
        [&](Row) {
            if (progress) progress(++done, rows.size());
        },
        [this] { return is_stopping(); });
    if (end == sim::WorkEnd::stopped) throw CalibrationStopped{"interrupted"};
    if (end == sim::WorkEnd::failed) throw CalibrationStopped{"another rank failed"};
}

void CalibrationRuns::wait_for_others(std::span<RunRequest const> requests) {
    auto const start = Clock::now();
    double said = 0.0;
    for (;;) {
        auto const rows = missing(requests, false);
        if (rows.empty()) return;
        auto const waited = since(start);
        std::string who;
        if (waited - said >= say_every || waited >= folder_.options().patience) {
            std::map<std::size_t, std::size_t> by_shard;
            for (std::size_t i = 0; i < requests.size(); ++i) {
                bool const is_there = known_.contains(row_of(requests[i]));
                if (!is_there) ++by_shard[i % folder_.options().shard.count];
            }
            for (auto const& [shard, count] : by_shard) {
                who += fmt::format("{}{} runs of shard {}/{}", who.empty() ? "" : ", ", count,
                                   shard, folder_.options().shard.count);
            }
            if (!folder_.options().quiet) fmt::print(stderr, "azalai: waiting for {}\n", who);
            said = waited;
        }
        if (is_stopping()) throw CalibrationStopped{"interrupted"};
        if (waited >= folder_.options().patience) {
            throw CalibrationStopped{fmt::format("after {:.0f} s still without {}", waited, who)};
        }
        std::this_thread::sleep_for(look_again);
        read_others();
    }
}

}  // namespace models
