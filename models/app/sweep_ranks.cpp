#include "models/app/sweep_ranks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>

#include "models/app/output_folder.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

std::string identity_of(Study const& study, sim::Shard shard) {
    return study.identity() + "ranks of " + sim::part_name(shard) + "\n";
}

fs::path journal_of(SweepOptions const& options, int rank) {
    return options.folder /
           fmt::format("{}.rank-{:04}.journal", sim::part_name(options.shard), rank);
}

std::vector<fs::path> rank_journals(SweepOptions const& options) {
    auto const prefix = sim::part_name(options.shard) + ".rank-";
    std::vector<fs::path> paths;
    std::error_code failed;
    for (auto const& entry : fs::directory_iterator{options.folder, failed}) {
        auto const name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(".journal")) paths.push_back(entry.path());
    }
    if (failed) {
        throw sim::IoError(options.folder.string() + ": cannot be read (" + failed.message() +
                           ").");
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

std::uint64_t take_over_rank_journals(Study const& study, SweepOptions const& options,
                                      SweepPart& part, sim::JournalAccess access) {
    std::uint64_t taken = 0;
    auto const missing = part.missing();
    std::set<std::uint64_t> wanted{missing.begin(), missing.end()};
    for (auto const& path : rank_journals(options)) {
        sim::Journal journal{path, identity_of(study, options.shard), access};
        for (auto const& record : journal.records()) {
            if (wanted.erase(record.row) == 0) continue;
            part.deliver(record.row, journal.read(record));
            ++taken;
        }
        part.sync();
        journal.remove();
    }
    return taken;
}

sim::WorkEnd sweep_over_ranks(sim::MpiWork& mpi, Study const& study, SweepOptions const& options,
                              RanksProgress const& progress,
                              std::function<bool()> const& should_stop) {
    std::optional<SweepPart> part;
    std::optional<sim::Journal> journal;
    auto const open_part = [&] {
        if (mpi.rank() != 0) return;
        part.emplace(study, options);
        if (part->is_complete()) return;
        take_over_rank_journals(study, options, *part, journal_access(options));
    };
    if (!mpi.together(open_part)) return sim::WorkEnd::failed;
    bool const is_missing = part && !part->is_complete();
    auto const rows = mpi.from_first(is_missing ? part->missing() : std::vector<std::uint64_t>{});
    if (part && progress.begin) progress.begin(rows.size());

    auto const open_journal = [&] {
        if (part || rows.empty()) return;
        journal.emplace(journal_of(options, mpi.rank()), identity_of(study, options.shard),
                        sim::JournalAccess::anew);
    };
    if (!mpi.together(open_journal)) return sim::WorkEnd::failed;
    auto const run = [&](std::uint64_t row) { return run_row(study, row, 1); };
    auto const deliver = [&](std::uint64_t row, std::string const& bytes) {
        if (part) return part->deliver(row, bytes);
        journal->append(row, bytes);
    };
    auto const end = mpi.run(rows, run, deliver, progress.finished, should_stop);
    if (end != sim::WorkEnd::finished) return end;

    auto const close_journal = [&] {
        if (journal) journal->sync();
        journal.reset();
    };
    if (!mpi.together(close_journal)) return sim::WorkEnd::failed;
    auto const finish = [&] {
        if (!part || part->is_complete()) return;
        take_over_rank_journals(study, options, *part, sim::JournalAccess::go_on);
        part->finish();
    };
    return mpi.together(finish) ? end : sim::WorkEnd::failed;
}

}  // namespace models
