#pragma once

#include <vector>

#include "models/world/world.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/conflict_table/conflict_table.hpp
/// Threat from a table in place of a war: cells that are in conflict between given days.

namespace models {

/// A cell in conflict.
struct ConflictEpisode {
    sim::CellId cell;
    sim::Day from;           ///< First day.
    sim::Day until;          ///< First day without, or `never`.
    double intensity = 0.0;  ///< [1], > 0; 1 is a place fought over or taken.
};

/// Every conflict, in any order; those of one cell do not overlap.
using ConflictTable = std::vector<ConflictEpisode>;

/// What a conflict of intensity 1 does. The reader demands both.
struct ConflictTableParams {
    double events_per_day = 0.0;  ///< Threat it adds every day [events/day], >= 0.
    double takeover_shock =
        0.0;  ///< Loss of control with which it begins [share of control], >= 0.
};

/// Read the section `conflict_table`.
[[nodiscard]] ConflictTableParams read_conflict_table_params(sim::TomlTable const& table);

/// Fills World::cells.threat and .takeover from the table: models/conflict_table/README.md.
class ConflictTableProcess {
  public:
    ConflictTableProcess(ConflictTable table, ConflictTableParams const& params);

    /// One day. \pre Every cell is one of the world's.
    void operator()(World& world) const;

  private:
    ConflictTable table_;
    ConflictTableParams params_;
};

}  // namespace models
