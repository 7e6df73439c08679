#include "sim/io/provenance.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>
#include <span>

#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/result_writer.hpp"

namespace sim {

void write_provenance(ResultWriter& writer, Provenance const& provenance) {
    auto const text = [&](std::string const& name, std::string const& value,
                          std::string const& long_name) {
        writer.write_text("/provenance/" + name, value, {.long_name = long_name});
    };
    text("program", provenance.program, "program that wrote this file");
    text("version", provenance.build.version, "version of the program");
    text("commit", provenance.build.commit, "commit the program was built from");
    text("compiler", provenance.build.compiler, "compiler and its version");
    text("flags", provenance.build.flags, "compiler options");
    text("build_type", provenance.build.type, "CMake build type");
    text("scenario", provenance.scenario_text, "resolved scenario, TOML");
    std::array const seed{provenance.seed};
    writer.write("/provenance/seed", {}, seed, {.units = "1", .long_name = "seed of the run"});

    if (!provenance.inputs.empty()) {
        auto const input = writer.dimension("/provenance/input", provenance.inputs.size());
        std::vector<std::string> paths;
        std::vector<std::string> hashes;
        for (auto const& file : provenance.inputs) {
            paths.push_back(file.path);
            hashes.push_back(file.sha256);
        }
        writer.write_text("/provenance/input_path", {input}, paths, {.long_name = "file read"});
        writer.write_text("/provenance/input_sha256", {input}, hashes,
                          {.long_name = "SHA-256 of the file read"});
    }
    text("this_run/started", provenance.this_run.started, "start, UTC");
    text("this_run/host", provenance.this_run.host, "name of the machine");
    text("this_run/command_line", provenance.this_run.command_line, "command as typed");
    std::array const threads{provenance.this_run.threads};
    writer.write("/provenance/this_run/threads", {}, threads,
                 {.units = "1", .long_name = "threads; never changes results"});
}

Provenance read_provenance(ResultReader const& reader) {
    auto const text = [&](std::string const& name) {
        return reader.read_text("/provenance/" + name).at(0);
    };
    Provenance provenance{.program = text("program"),
                          .build = {.version = text("version"),
                                    .commit = text("commit"),
                                    .compiler = text("compiler"),
                                    .flags = text("flags"),
                                    .type = text("build_type")},
                          .scenario_text = text("scenario"),
                          .seed = reader.read<std::uint64_t>("/provenance/seed").at(0),
                          .this_run = {.started = text("this_run/started"),
                                       .host = text("this_run/host"),
                                       .command_line = text("this_run/command_line")}};
    provenance.this_run.threads = reader.read<std::int32_t>("/provenance/this_run/threads").at(0);
    if (reader.contains("/provenance/input_path")) {
        auto const paths = reader.read_text("/provenance/input_path");
        auto const hashes = reader.read_text("/provenance/input_sha256");
        require(
            paths.size() == hashes.size(),
            reader.path() + ": is damaged (inputs and hashes differ in number). Copy it again.");
        std::ranges::transform(paths, hashes, std::back_inserter(provenance.inputs),
                               [](auto const& path, auto const& hash) {
                                   return InputFile{.path = path, .sha256 = hash};
                               });
    }
    return provenance;
}

std::string utc_now() {
    std::time_t const now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

std::string host_name() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0') return "unknown";
    return name.data();
}

}  // namespace sim
