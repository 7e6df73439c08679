#include "models/app/sweep.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "models/app/output_folder.hpp"
#include "models/app/summarised_run.hpp"
#include "models/ensemble/ensemble_file.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

sim::Provenance provenance_of(Study const& study, SweepOptions const& options) {
    return {.program = "azalai",
            .build = sim::build_version(),
            .scenario_text = study.design().text,
            .inputs = study.inputs(),
            .seed = study.manifest().seeds().front(),
            .this_run = {.started = sim::utc_now(),
                         .host = sim::host_name(),
                         .command_line = options.command_line,
                         .threads = options.cores}};
}

fs::path journal_of(SweepOptions const& options) {
    return options.folder / (sim::part_name(options.shard) + ".journal");
}

std::string identity_of(Study const& study, sim::Shard shard) {
    return study.identity() + "shard " + std::to_string(shard.index) + "/" +
           std::to_string(shard.count) + "\n";
}

}  // namespace

fs::path file_of(SweepOptions const& options) {
    if (options.shard.count == 1) return options.folder / "ensemble.h5";
    return options.folder / (sim::part_name(options.shard) + ".h5");
}

CoreUse share_cores(int cores, std::uint64_t runs) noexcept {
    auto const jobs =
        static_cast<int>(std::clamp<std::uint64_t>(runs, 1, static_cast<std::uint64_t>(cores)));
    return {.jobs = jobs, .threads = std::max(1, cores / jobs)};
}

std::string run_row(Study const& study, std::uint64_t row, int threads) {
    sim::set_threads(threads);
    auto const made = study.manifest().row(row);
    auto const scenario = study.scenario_of(made);
    return bytes_of(summarised_run(*scenario, made.seed, study.schema().contents.figures));
}

void write_ensemble(Study const& study, fs::path const& path, sim::Overwrite overwrite,
                    std::vector<std::uint64_t> const& rows, ResultOfRow const& result_of,
                    SweepOptions const& options) {
    EnsembleWriter writer{path, overwrite, study.schema(), provenance_of(study, options)};
    std::vector<ScenarioAxes> axes;
    for (std::uint64_t i = 0; i < study.manifest().scenarios(); ++i) {
        axes.push_back(axes_of(study.schema(), study.scenario(i)));
    }
    for (auto const number : rows) {
        EnsembleRow row{.number = number, .made = study.manifest().row(number)};
        row.matrix = study.design().design.matrix[row.made.point];
        row.parameters = study.design().values(row.made.point, row.made.draw);
        RunSummary summary;
        from_bytes(result_of(number), summary);
        writer.put(row, summary, axes[row.made.scenario]);
    }
    writer.commit();
}

SweepPart::SweepPart(Study const& study, SweepOptions options)
    : study_{study},
      options_{std::move(options)},
      rows_{sim::rows_of(options_.shard, study.manifest().size())},
      file_{file_of(options_)} {
    sim::require(rows_.first < rows_.end,
                 "--shard " + std::to_string(options_.shard.index) + "/" +
                     std::to_string(options_.shard.count) + ": has no runs (the sweep has only " +
                     std::to_string(study.manifest().size()) + "). Use fewer shards.");
    make_output_folder(options_.folder, {file_, journal_of(options_)},
                       options_.resume || options_.force);
    if (options_.force) {
        read_journal();  // whose lock keeps others from what is replaced
        write_manifest();
        return;
    }
    write_manifest();
    if (fs::exists(file_)) {
        std::error_code ignored;
        fs::remove(journal_of(options_), ignored);
        return;
    }
    read_journal();
}

void SweepPart::write_manifest() const {
    sim::write_shared_text(options_.folder / "manifest.csv", study_.manifest_csv(), options_.force,
                           "belongs to another design, or to an earlier state of this one (its "
                           "runs are others). Choose another folder, or begin anew with --force.");
}

void SweepPart::read_journal() {
    journal_.emplace(journal_of(options_), identity_of(study_, options_.shard),
                     journal_access(options_));
    if (options_.force) {
        std::error_code ignored;
        fs::remove(file_, ignored);
    }
    record_of_.assign(rows_.end - rows_.first, -1);
    auto const& records = journal_->records();
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto const row = records[i].row;
        if (row < rows_.first || row >= rows_.end) continue;
        record_of_[row - rows_.first] = static_cast<std::int64_t>(i);
    }
}

std::vector<std::uint64_t> SweepPart::missing() const {
    std::vector<std::uint64_t> rows;
    for (std::size_t i = 0; i < record_of_.size(); ++i) {
        if (record_of_[i] < 0) rows.push_back(rows_.first + i);
    }
    return rows;
}

void SweepPart::deliver(std::uint64_t row, std::string const& bytes) {
    journal_->append(row, bytes);
    record_of_[row - rows_.first] = static_cast<std::int64_t>(journal_->records().size()) - 1;
}

void SweepPart::sync() {
    if (journal_) journal_->sync();
}

std::uint64_t SweepPart::dropped_bytes() const noexcept {
    return journal_ ? journal_->dropped_bytes() : 0;
}

void SweepPart::finish() {
    SIM_EXPECTS(journal_ && missing().empty());
    journal_->sync();
    std::vector<std::uint64_t> rows;
    for (auto row = rows_.first; row < rows_.end; ++row) rows.push_back(row);
    auto const result_of = [this](std::uint64_t row) {
        auto const record = static_cast<std::size_t>(record_of_[row - rows_.first]);
        return journal_->read(journal_->records()[record]);
    };
    auto const overwrite = options_.force ? sim::Overwrite::yes : sim::Overwrite::no;
    write_ensemble(study_, file_, overwrite, rows, result_of, options_);
    journal_->remove();
    journal_.reset();
}

}  // namespace models
