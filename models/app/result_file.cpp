#include "models/app/result_file.hpp"

#include <fstream>
#include <iterator>
#include <utility>

#include "models/recorders/recorded_figures.hpp"
#include "models/recorders/recorded_past.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"
#include "sim/io/provenance.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

namespace {

sim::FileDescription description(Scenario const& scenario, RunOptions const& options) {
    return {.title = scenario.title,
            .source = "azalai " + sim::build_version().version,
            .history = sim::utc_now() + " " + options.command_line,
            .comment = scenario.description};
}

std::string file_bytes(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file.good() && !file.eof()) {
        throw sim::IoError(path.string() + ": cannot be read back for the checkpoint.");
    }
    return bytes;
}

/// The rows of a checkpoint as a file of its own, which is removed in the end.
class RowsFile {
  public:
    RowsFile(std::filesystem::path path, std::string const& bytes) : path_{std::move(path)} {
        std::ofstream file{path_, std::ios::binary | std::ios::trunc};
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) throw sim::IoError(path_.string() + ": cannot be written. Is the disk full?");
    }
    ~RowsFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    RowsFile(RowsFile const&) = delete;
    RowsFile& operator=(RowsFile const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace

sim::Provenance provenance_of(Scenario const& scenario, RunOptions const& options) {
    sim::Provenance made{.program = "azalai",
                         .build = sim::build_version(),
                         .scenario_text = scenario.resolved_text,
                         .seed = options.seed,
                         .this_run = {.started = sim::utc_now(),
                                      .host = sim::host_name(),
                                      .command_line = options.command_line,
                                      .threads = sim::threads()}};
    for (auto const& input : scenario.inputs) {
        made.inputs.push_back({input.path.generic_string(), input.sha256});
    }
    return made;
}

ResultFile::ResultFile(Scenario const& scenario, RunOptions const& options)
    : path_(options.output),
      writer_(options.output, options.overwrite, result_identity(),
              description(scenario, options)) {
    sim::write_provenance(writer_, provenance_of(scenario, options));
}

void ResultFile::begin(World const& world, Scenario const& scenario, sim::Day last) {
    period_ = {.first_day = scenario.first_day, .last = last};
    recorder_ = std::make_unique<ResultRecorder>(writer_, world, scenario.output, period_,
                                                 scenario.registrations);
    if (scenario.observed_past) record_observed_until(writer_, *scenario.observed_past);
}

void ResultFile::save(RunCheckpoint& checkpoint) {
    writer_.flush();
    checkpoint.rows = file_bytes(writer_.part());
    checkpoint.recorder = recorder_->state();
}

void ResultFile::resume(RunCheckpoint const& checkpoint) {
    RowsFile const rows{rows_of(path_), checkpoint.rows};
    writer_.take_rows(sim::ResultReader{rows.path(), result_identity()});
    recorder_->restore(checkpoint.recorder);
}

std::filesystem::path ResultFile::finish(World const& world, sim::RunEnd end,
                                         Scenario const& scenario, RunOutcome const& outcome) {
    recorder_->finish(world);
    if (scenario.observed_past) record_unplaced(writer_, world);
    if (!scenario.figures.empty()) {
        record_figures(writer_, period_, scenario.figures, outcome, scenario.stylised_facts);
    }
    if (end == sim::RunEnd::stopped) {
        writer_.keep_partial();
        return writer_.part();
    }
    writer_.commit();
    return path_;
}

}  // namespace models
