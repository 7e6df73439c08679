#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/ensemble/ensemble_schema.hpp"
#include "sim/ensemble/manifest.hpp"
#include "sim/io/provenance.hpp"
#include "sim/io/result_writer.hpp"

/// \file models/ensemble/ensemble_file.hpp
/// The file of a sweep: one row for each run, in the order of the manifest.

namespace models {

/// Which run a row of the file is.
struct EnsembleRow {
    std::uint64_t number = 0;  ///< Row of the manifest.
    sim::ManifestRow made;
    std::int32_t matrix = -1;          ///< Of Saltelli's design; -1: none.
    std::vector<double> parameters{};  ///< In the order of the schema.
};

/// Writes the file of a sweep, or of a part of it.
class EnsembleWriter {
  public:
    /// \throws as ResultWriter.
    EnsembleWriter(std::filesystem::path const& path, sim::Overwrite overwrite,
                   EnsembleSchema const& schema, sim::Provenance const& made);
    ~EnsembleWriter();
    EnsembleWriter(EnsembleWriter const&) = delete;
    EnsembleWriter& operator=(EnsembleWriter const&) = delete;

    /// Write one run. \pre Later in the manifest than the one before.
    void put(EnsembleRow const& row, RunSummary const& summary, ScenarioAxes const& axes);

    /// Write all rows of a part. \pre Its schema is the same, and its rows are later.
    /// \throws InputError if it is damaged.
    void append(sim::ResultReader const& part);

    /// Close the file and give it its name.
    void commit();

  private:
    struct Tables;

    sim::ResultWriter writer_;
    EnsembleSchema schema_;
    std::unique_ptr<Tables> tables_;
};

}  // namespace models
