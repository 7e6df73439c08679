#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "models/calibration/desk.hpp"
#include "sim/ensemble/manifest.hpp"

/// \file models/app/calibration_folder.hpp
/// The folder of a calibration: whose it is, its tables, and states that took long to make.

namespace models {

/// How a calibration is started.
struct CalibrationOptions {
    std::filesystem::path folder;  ///< Where everything goes.
    sim::Shard shard = {};         ///< Which share of every batch of runs; 0/1 is all.
    int cores = 1;                 ///< Threads to use, >= 1.
    bool resume = false;           ///< Keep what is there, and do what is missing.
    bool force = false;            ///< Replace what is there; with resume, finished runs are kept.
    double patience = 3600.0;      ///< Longest wait for the runs of other shards [s], > 0.
    bool quiet = false;            ///< Nothing about progress.
};

/// What identifies the runs of a study: program, scenario and its inputs, keys of the parameters.
/// Targets and phases are not part of it: runs serve any.
[[nodiscard]] std::string runs_identity(CalibrationStudy const& study, Scenario const& scenario);

/// The folder of one study. Several processes of one study may share it.
class CalibrationFolder {
  public:
    /// Make the folder and write or compare `study.toml`.
    /// \param rank  Of an MPI job; only rank 0 writes.
    /// \throws InputError if it holds another study, or results that may be neither kept nor
    ///         replaced.
    /// \throws IoError if it cannot be written.
    CalibrationFolder(CalibrationStudy const& study, CalibrationOptions options, int rank);

    /// The journal of this process.
    [[nodiscard]] std::filesystem::path journal() const;

    /// Keep a table, whole or not at all. A table that is there and begins with the text stays:
    /// the study is being done again. \throws IoError
    void keep(std::string const& name, std::string const& text) const;

    /// Keep a table whatever is there. \throws IoError
    void replace(std::string const& name, std::string const& text) const;

    /// A state made from the same before, by this program. Damaged ones are passed over.
    [[nodiscard]] std::optional<std::string> recall(std::string const& name,
                                                    std::string const& from) const;
    void remember(std::string const& name, std::string const& from, std::string const& bytes) const;

    [[nodiscard]] CalibrationOptions const& options() const noexcept { return options_; }

  private:
    void remove_what_is_replaced() const;

    CalibrationOptions options_;
    int rank_;
};

}  // namespace models
