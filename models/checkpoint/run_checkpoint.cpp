#include "models/checkpoint/run_checkpoint.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/result_writer.hpp"

namespace models {

namespace {

namespace fs = std::filesystem;

void write_bytes(sim::ResultWriter& writer, std::string const& name, std::string const& bytes,
                 std::string const& meaning) {
    auto const length =
        writer.dimension("/state/" + name + "_bytes", std::max<std::size_t>(bytes.size(), 1));
    std::vector<std::uint8_t> values(bytes.begin(), bytes.end());
    if (values.empty()) values.push_back(0);
    writer.write("/state/" + name, {length}, values, {.units = "1", .long_name = meaning});
}

std::string read_bytes(sim::ResultReader const& reader, std::string const& name) {
    auto const values = reader.read<std::uint8_t>("/state/" + name);
    return {values.begin(), values.end()};
}

template <class T>
T single(sim::ResultReader const& reader, std::string const& path) {
    auto const values = reader.read<T>(path);
    sim::require(values.size() == 1, reader.path() + ": " + path + " is not one number.");
    return values.front();
}

// What differs, in words; empty if nothing does.
std::string difference(RunKey const& then, RunKey const& now) {
    auto const& a = then.made;
    auto const& b = now.made;
    if (a.build.version != b.build.version || a.build.commit != b.build.commit) {
        return "it was written by azalai " + a.build.version + " (" + a.build.commit +
               "), and this is " + b.build.version + " (" + b.build.commit + ")";
    }
    bool const same_build = a.build.compiler == b.build.compiler &&
                            a.build.flags == b.build.flags && a.build.type == b.build.type;
    if (!same_build) {
        return "it was written by another build (" + a.build.compiler + ", " + a.build.type +
               "), and this is " + b.build.compiler + ", " + b.build.type;
    }
    if (a.seed != b.seed) {
        return "it is of seed " + std::to_string(a.seed) + ", not " + std::to_string(b.seed);
    }
    if (a.scenario_text != b.scenario_text) return "the scenario or a setting is another";
    for (auto const& input : b.inputs) {
        auto const found = std::ranges::find(a.inputs, input.path, &sim::InputFile::path);
        if (found == a.inputs.end()) return "it was not made with " + input.path;
        if (found->sha256 != input.sha256) return input.path + " has changed since";
    }
    if (a.inputs.size() != b.inputs.size()) return "it was made with more input files";
    if (then.days != now.days) {
        return "it is of a run of " + std::to_string(then.days) + " days, not " +
               std::to_string(now.days);
    }
    return "";
}

struct ReadCheckpoint {
    RunKey key;
    RunCheckpoint state;
};

// A checkpoint of whatever run; nothing if it cannot be opened and read to the end.
std::optional<ReadCheckpoint> read_whole(fs::path const& path) {
    try {
        sim::ResultReader const reader{path, checkpoint_identity()};
        return ReadCheckpoint{
            .key = {.made = sim::read_provenance(reader),
                    .days = single<std::uint32_t>(reader, "/state/days")},
            .state = {.days_done = single<std::uint32_t>(reader, "/state/days_done"),
                      .world = read_bytes(reader, "world"),
                      .history = read_bytes(reader, "history"),
                      .recorder = read_bytes(reader, "recorder"),
                      .rows = read_bytes(reader, "rows")}};
    } catch (sim::InputError const&) {
        return std::nullopt;
    }
}

}  // namespace

fs::path checkpoint_of(fs::path const& result) {
    return result.string() + ".checkpoint";
}

fs::path previous_checkpoint_of(fs::path const& result) {
    return result.string() + ".checkpoint.previous";
}

void write_checkpoint(fs::path const& result, RunKey const& key, RunCheckpoint const& checkpoint) {
    auto const path = checkpoint_of(result);
    sim::ResultWriter writer{path,
                             sim::Overwrite::yes,
                             checkpoint_identity(),
                             {.title = "A run of Azalai, stopped between two days",
                              .comment = "Read by the build that wrote it, and by nothing else."}};
    sim::write_provenance(writer, key.made);
    auto const number = [&](std::string const& name, std::uint32_t value, char const* meaning) {
        std::vector<std::uint32_t> const one{value};
        writer.write("/state/" + name, {}, one, {.units = "1", .long_name = meaning});
    };
    number("days", key.days, "days that the whole run simulates");
    number("days_done", checkpoint.days_done, "days that were simulated");
    write_bytes(writer, "world", checkpoint.world, "the world, as bytes");
    write_bytes(writer, "history", checkpoint.history, "what the run remembers, as bytes");
    write_bytes(writer, "recorder", checkpoint.recorder, "what the recorders remember, as bytes");
    write_bytes(writer, "rows", checkpoint.rows, "the result file so far, as bytes");
    std::error_code ignored;
    if (fs::exists(path, ignored)) fs::rename(path, previous_checkpoint_of(result), ignored);
    writer.commit();
}

std::optional<RunCheckpoint> read_checkpoint(fs::path const& result, RunKey const& key) {
    std::vector<fs::path> there;
    for (auto const& path : {checkpoint_of(result), previous_checkpoint_of(result)}) {
        if (fs::exists(path)) there.push_back(path);
    }
    if (there.empty()) return std::nullopt;
    for (auto const& path : there) {
        auto read = read_whole(path);
        if (!read) continue;
        auto const reason = difference(read->key, key);
        sim::require(reason.empty(),
                     path.string() + ": cannot go on from this checkpoint: " + reason +
                         ". Run as it was begun, or remove the file to begin anew.");
        return std::move(read->state);
    }
    throw sim::InputError(there.front().string() +
                          ": this checkpoint is damaged, and so is the one before it, if any. "
                          "Remove them to begin anew.");
}

fs::path rows_of(fs::path const& result) {
    return result.string() + ".rows";
}

bool is_complete_result(fs::path const& result, RunKey const& key) {
    try {
        sim::ResultReader const reader{result, result_identity()};
        RunKey const then{.made = sim::read_provenance(reader),
                          .days = static_cast<std::uint32_t>(reader.shape("/totals/time").front())};
        return reader.is_complete() && difference(then, key).empty();
    } catch (sim::InputError const&) {
        return false;
    }
}

void remove_checkpoints(fs::path const& result) noexcept {
    auto half_written = checkpoint_of(result);
    half_written += ".part";
    std::error_code ignored;
    for (auto const& path :
         {checkpoint_of(result), previous_checkpoint_of(result), half_written, rows_of(result)}) {
        fs::remove(path, ignored);
    }
}

}  // namespace models
