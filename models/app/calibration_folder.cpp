#include "models/app/calibration_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "models/app/output_folder.hpp"
#include "models/calibration/check_priors.hpp"
#include "sim/base/check.hpp"
#include "sim/config/file_hash.hpp"
#include "sim/io/version.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

constexpr std::array<char const*, 20> tables{
    "study.toml",        "targets.csv",     "targets-left-out.csv",
    "log.txt",           "runs.csv",        "screening.csv",
    "optimum.csv",       "waves.csv",       "implausibility.csv",
    "not-ruled-out.csv", "generations.csv", "particles.csv",
    "posterior.csv",     "fit.csv",         "report.md",
    "costs.csv",         "emulator.csv",    "proof.csv",
    "recovery.csv",      "sobol.csv"};

std::optional<std::string> content_of(fs::path const& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

std::string program_text() {
    auto const build = sim::build_version();
    return "program azalai " + build.version + " " + build.commit + "\ncompiler " + build.compiler +
           " " + build.flags + "\n";
}

std::string state_head(std::string const& from) {
    return "azalai state " + sim::sha256_of_text(program_text() + from) + "\n";
}

}  // namespace

std::string runs_identity(CalibrationStudy const& study, Scenario const& scenario) {
    auto text = program_text();
    text += "scenario sha256 " + sim::sha256_of_text(scenario.resolved_text) + "\n";
    for (auto const& input : scenario.inputs) {
        text += "input " + input.path.generic_string() + " " + input.sha256 + "\n";
    }
    for (auto const& key : keys_of(study)) text += "parameter " + key + "\n";
    return text;
}

CalibrationFolder::CalibrationFolder(CalibrationStudy const& study, CalibrationOptions options,
                                     int rank)
    : options_{std::move(options)}, rank_{rank} {
    if (rank_ != 0) return;
    make_output_folder(options_.folder, {journal()}, options_.resume || options_.force);
    if (options_.force) remove_what_is_replaced();
    sim::write_shared_text(options_.folder / "study.toml", study.text, false,
                           "is of another study, or of an earlier state of this one. Choose "
                           "another folder, begin anew with --force, or use --resume --force to "
                           "keep the finished runs that this study may use.");
}

fs::path CalibrationFolder::journal() const {
    auto const name = sim::part_name(options_.shard);
    if (rank_ == 0) return options_.folder / (name + ".journal");
    return options_.folder / fmt::format("{}.rank-{:04}.journal", name, rank_);
}

void CalibrationFolder::remove_what_is_replaced() const {
    // Shards share the tables: the first to come would lose them to the next.
    bool const is_alone = options_.shard.count == 1;
    std::error_code ignored;
    for (auto const* name : tables) fs::remove(options_.folder / name, ignored);
    if (!is_alone || options_.resume) return;
    std::vector<fs::path> old;
    for (auto const& entry : fs::directory_iterator{options_.folder, ignored}) {
        auto const extension = entry.path().extension();
        if (extension == ".journal" || extension == ".state") old.push_back(entry.path());
    }
    for (auto const& path : old) fs::remove(path, ignored);
}

void CalibrationFolder::keep(std::string const& name, std::string const& text) const {
    if (rank_ != 0) return;
    auto const there = content_of(options_.folder / name);
    if (!there || !there->starts_with(text)) replace(name, text);
}

void CalibrationFolder::replace(std::string const& name, std::string const& text) const {
    if (rank_ == 0) sim::write_shared_text(options_.folder / name, text, true, "");
}

std::optional<std::string> CalibrationFolder::recall(std::string const& name,
                                                     std::string const& from) const {
    auto const text = content_of(options_.folder / name);
    auto const head = state_head(from);
    if (!text || !text->starts_with(head)) return std::nullopt;
    // The bytes, and their digest behind them: a file that was cut has none.
    constexpr std::size_t digest = 64;
    if (text->size() < head.size() + digest) return std::nullopt;
    auto bytes = text->substr(head.size(), text->size() - head.size() - digest);
    if (sim::sha256_of_text(bytes) != text->substr(text->size() - digest)) return std::nullopt;
    return bytes;
}

void CalibrationFolder::remember(std::string const& name, std::string const& from,
                                 std::string const& bytes) const {
    if (rank_ != 0) return;
    sim::write_shared_text(options_.folder / name,
                           state_head(from) + bytes + sim::sha256_of_text(bytes), true, "");
}

}  // namespace models
