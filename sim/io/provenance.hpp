#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/io/version.hpp"

/// \file sim/io/provenance.hpp
/// How a result came about, in the file itself.

namespace sim {

class ResultReader;
class ResultWriter;

/// A file that was read, and what was in it.
struct InputFile {
    std::string path = {};
    std::string sha256 = {};  ///< 64 hexadecimal digits.

    friend bool operator==(InputFile const&, InputFile const&) = default;
};

/// What one run has to itself: two runs with equal results may differ here.
struct ThisRun {
    std::string started = {};       ///< UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    std::string host = {};          ///< Name of the machine.
    std::string command_line = {};  ///< As typed.
    std::int32_t threads = 1;       ///< Never changes results.
};

/// Everything that made a result.
struct Provenance {
    std::string program = {};
    BuildVersion build = {};
    std::string scenario_text = {};  ///< The resolved scenario: with it alone the run is repeated.
    std::vector<InputFile> inputs = {};
    std::uint64_t seed = 0;
    ThisRun this_run = {};
};

/// Write `/provenance`, and what differs between equal runs into `/provenance/this_run`.
void write_provenance(ResultWriter& writer, Provenance const& provenance);

/// Read it back. \throws InputError if the file has none or is damaged.
[[nodiscard]] Provenance read_provenance(ResultReader const& reader);

/// The time now in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
[[nodiscard]] std::string utc_now();

/// Name of this machine, or "unknown".
[[nodiscard]] std::string host_name();

}  // namespace sim
