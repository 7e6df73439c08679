#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "models/ensemble/run_summary.hpp"

/// \file models/calibration/run_record.hpp
/// What a calibration asks for and keeps of one run. It holds all figures, not the targets only, so
/// that finished runs serve a study with other targets as well.

namespace models {

/// One run: the value of every parameter of the study, and its luck.
struct RunRequest {
    std::vector<double> values;  ///< In the order of the study's parameters.
    std::uint64_t seed = 0;

    bool operator==(RunRequest const&) const = default;
};

/// One month of a run.
struct MonthRecord {
    std::uint32_t deaths = 0;        ///< All sides [people].
    std::uint32_t acled_deaths = 0;  ///< As ACLED's coders write them down [people].
    std::uint32_t refugees = 0;      ///< At the end, all countries [people].
    std::uint32_t idps = 0;          ///< At the end [people].

    template <class Archive>
    void serialize(Archive& archive) {
        archive(deaths, acled_deaths, refugees, idps);
    }
    bool operator==(MonthRecord const&) const = default;
};

/// What a run gave.
struct RunRecord {
    bool has_failed = false;  ///< The scenario refused these values together; the rest is empty.
    std::vector<double> figures = {};  ///< For compared_figures(); NaN: not computed.
    std::vector<MonthRecord> months = {};

    template <class Archive>
    void serialize(Archive& archive) {
        archive(has_failed, figures, months);
    }
};

[[nodiscard]] RunRecord record_of(RunSummary const& summary);

/// Makes runs, however and wherever: answers come in the order of the requests.
using MakeRuns = std::function<std::vector<RunRecord>(std::span<RunRequest const>)>;

/// Settings such as `attack.deterrence=0.3` of a request.
[[nodiscard]] std::vector<std::string> settings_of(std::vector<std::string> const& keys,
                                                   RunRequest const& request);

}  // namespace models
