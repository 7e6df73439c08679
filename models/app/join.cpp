#include <algorithm>
#include <map>
#include <optional>
#include <system_error>

#include "models/app/sweep.hpp"
#include "models/ensemble/ensemble_file.hpp"
#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

/// The parts of a sweep that a folder has, by number of parts and index.
struct Parts {
    std::map<std::uint32_t, std::map<std::uint32_t, fs::path>> files, journals;
};

Parts find_parts(fs::path const& folder) {
    std::error_code failed;
    Parts parts;
    for (auto const& entry : fs::directory_iterator{folder, failed}) {
        sim::Shard shard;
        auto const name = entry.path().filename().string();
        if (sim::parse_part_name(name, ".h5", shard)) {
            parts.files[shard.count][shard.index] = entry.path();
        } else if (sim::parse_part_name(name, ".journal", shard)) {
            parts.journals[shard.count][shard.index] = entry.path();
        }
    }
    if (failed) {
        throw sim::IoError(folder.string() + ": cannot be read (" + failed.message() + ").");
    }
    return parts;
}

/// Whether two parts were made of the same design by the same program.
void check_same(sim::Provenance const& one, sim::Provenance const& other, std::string const& first,
                std::string const& path) {
    char const* what = nullptr;
    if (one.build.version != other.build.version || one.build.commit != other.build.commit) {
        what = "another version of the program";
    } else if (one.build.compiler != other.build.compiler || one.build.flags != other.build.flags) {
        what = "another build of the program";
    } else if (one.scenario_text != other.scenario_text) {
        what = "another design";
    } else if (one.inputs != other.inputs) {
        what = "other inputs";
    }
    sim::require(what == nullptr, path + ": was made by or from " +
                                      (what == nullptr ? std::string{} : std::string{what}) +
                                      " than " + first + ". Make one of them anew.");
}

}  // namespace

JoinReport join_parts(fs::path const& folder, bool is_partial, sim::Overwrite overwrite,
                      std::string const& command_line) {
    auto const parts = find_parts(folder);
    auto counts = parts.files;
    for (auto const& [count, journals] : parts.journals) counts[count];
    sim::require(!counts.empty(), folder.string() +
                                      ": has no parts of a sweep. Name the folder of "
                                      "azalai sweep --shard I/N.");
    sim::require(counts.size() == 1, folder.string() + ": has parts of sweeps in " +
                                         std::to_string(counts.begin()->first) + " and in " +
                                         std::to_string(std::next(counts.begin())->first) +
                                         " parts. Move one of them away.");
    auto const count = counts.begin()->first;
    auto const& files = counts.begin()->second;
    JoinReport report{.parts = count};
    for (std::uint32_t i = 0; i < count; ++i) {
        if (files.contains(i)) continue;
        auto const has_journal =
            parts.journals.contains(count) && parts.journals.at(count).contains(i);
        report.missing.push_back(
            sim::part_name({i, count}) +
            (has_journal ? ": is not finished (its journal is there)" : ": is not there"));
    }
    if (files.empty() || (!report.missing.empty() && !is_partial)) return report;

    auto const target = folder / "ensemble.h5";
    std::optional<EnsembleWriter> writer;
    std::optional<sim::Provenance> made;
    for (auto const& [index, path] : files) {
        sim::ResultReader const reader{path, ensemble_identity()};
        auto provenance = sim::read_provenance(reader);
        if (!made) {
            made = provenance;
            made->this_run = {.started = sim::utc_now(),
                              .host = sim::host_name(),
                              .command_line = command_line,
                              .threads = 1};
            writer.emplace(target, overwrite, read_schema(reader), *made);
        }
        check_same(*made, provenance, files.begin()->second.string(), path.string());
        writer->append(reader);
        report.runs += reader.shape("/runs/row").at(0);
    }
    writer->commit();
    report.file = target;
    return report;
}

}  // namespace models
