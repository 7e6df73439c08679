#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// \file sim/ensemble/manifest.hpp
/// Every run of a sweep by its number, and how shards cut them.

namespace sim {

/// What makes one run.
struct ManifestRow {
    std::uint64_t scenario = 0;  ///< Number of the scenario, from 0; 0 is the baseline.
    std::uint64_t point = 0;     ///< Row of the design.
    std::uint64_t draw = 0;      ///< Row of the posterior.
    std::uint64_t seed = 0;      ///< All luck of the run; the same for all scenarios and points.

    friend bool operator==(ManifestRow const&, ManifestRow const&) = default;
};

/// The runs of a sweep: every combination. Seeds change fastest, then scenarios, draws and points.
/// Takes no memory for each run.
class Manifest {
  public:
    /// \throws InputError if there are more than 2^31 - 1 runs, more than one file can hold.
    Manifest(std::uint64_t scenarios, std::uint64_t points, std::uint64_t draws,
             std::vector<std::uint64_t> seeds);

    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

    /// \pre i < size()
    [[nodiscard]] ManifestRow row(std::uint64_t i) const;

    [[nodiscard]] std::uint64_t scenarios() const noexcept { return scenarios_; }
    [[nodiscard]] std::uint64_t points() const noexcept { return points_; }
    [[nodiscard]] std::uint64_t draws() const noexcept { return draws_; }
    [[nodiscard]] std::vector<std::uint64_t> const& seeds() const noexcept { return seeds_; }

  private:
    std::uint64_t scenarios_, points_, draws_;
    std::vector<std::uint64_t> seeds_;
    std::uint64_t size_;
};

/// One of several equal parts of a sweep.
struct Shard {
    std::uint32_t index = 0;  ///< From 0.
    std::uint32_t count = 1;  ///< >= 1, > index.

    friend bool operator==(Shard, Shard) = default;
};

/// Rows of a shard: from `first` up to and without `end`.
struct ShardRows {
    std::uint64_t first = 0, end = 0;

    friend bool operator==(ShardRows, ShardRows) = default;
};

/// The rows of a shard; their numbers differ by one at most, and all shards together have each row
/// once, in order.
[[nodiscard]] ShardRows rows_of(Shard shard, std::uint64_t rows) noexcept;

/// Read `I/N`, such as `0/8`. \throws InputError if it is not that, or I is not below N.
[[nodiscard]] Shard parse_shard(std::string const& text);

/// Name of a shard's files without what follows the dot: `part-003-of-008`.
[[nodiscard]] std::string part_name(Shard shard);

/// The shard that a file name such as `part-003-of-008.h5` stands for, if its extension is the
/// wanted one.
[[nodiscard]] bool parse_part_name(std::string const& file, std::string const& extension,
                                   Shard& shard);

/// Write a text under a name that others may be writing at the same time, whole or not at all. If
/// it is there already it must be the same.
/// \throws InputError with \p remark if another text is there and may not be replaced.
/// \throws IoError if it cannot be written.
void write_shared_text(std::filesystem::path const& path, std::string const& text, bool may_replace,
                       std::string const& remark);

}  // namespace sim
