#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/ensemble/design_file.hpp"
#include "models/ensemble/ensemble_schema.hpp"
#include "models/ensemble/scenario_cache.hpp"
#include "models/scenario/scenario_family.hpp"
#include "sim/ensemble/manifest.hpp"

/// \file models/ensemble/study.hpp
/// A design with its scenarios: everything that a run of a sweep depends on.

namespace models {

/// A sweep that was read and checked. Threads may share it.
class Study {
  public:
    /// Read the design and its scenarios. Points are not checked yet.
    /// \throws InputError with file, line and key; also if scenarios name different cercles or
    ///         countries, as one file has one list of each.
    explicit Study(std::filesystem::path const& file);

    [[nodiscard]] SweepDesign const& design() const noexcept { return design_; }
    [[nodiscard]] sim::Manifest const& manifest() const noexcept { return manifest_; }
    [[nodiscard]] EnsembleSchema const& schema() const noexcept { return schema_; }

    /// The scenario of a number, without what points and draws change.
    [[nodiscard]] Scenario const& scenario(std::uint64_t number) const {
        return families_.at(number).base();
    }

    /// The scenario of a row, shared by the rows that differ in their seed only.
    /// \throws InputError that names the design's file, line and key if it does not accept a value.
    [[nodiscard]] std::shared_ptr<Scenario const> scenario_of(sim::ManifestRow const& row) const;

    /// Load every distinct scenario of some rows, on several threads. \throws as scenario_of().
    void check(sim::ShardRows rows, int threads) const;

    /// The table of all runs: row, scenario, point, draw, seed and the value of every parameter.
    [[nodiscard]] std::string manifest_csv() const;

    /// What must be the same for results to belong together: program, design, inputs.
    [[nodiscard]] std::string identity() const;

    /// Files that the design and its scenarios were read from, each once.
    [[nodiscard]] std::vector<sim::InputFile> inputs() const;

  private:
    [[nodiscard]] Scenario load(sim::ManifestRow const& row) const;

    SweepDesign design_;
    std::vector<ScenarioFamily> families_;
    sim::Manifest manifest_;
    EnsembleSchema schema_;
    std::unique_ptr<ScenarioCache> cache_;
};

}  // namespace models
