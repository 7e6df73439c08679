#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file models/scenario/names.hpp
/// Names in tables and scenario files, and the rows that they stand for.

namespace models {

/// The names of one kind of thing, each standing for its row.
class NameIndex {
  public:
    NameIndex() = default;

    /// \param kind  What it names, for messages, such as "place".
    /// \pre   Every name is there once.
    NameIndex(std::string kind, std::span<std::string const> names);

    /// Row of a name, or nothing.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;

    /// Why a name is not accepted: `(no such place). Did you mean 'gao'?`
    [[nodiscard]] std::string remark(std::string_view name) const;

    /// Name of a row. \pre row < size().
    [[nodiscard]] std::string const& name(std::uint32_t row) const { return names_[row]; }
    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }

  private:
    std::string kind_;
    std::vector<std::string> names_;
    std::map<std::string, std::uint32_t, std::less<>> rows_;
};

/// What the timeline and the edits of history refer to.
struct HistoryNames {
    NameIndex actors;   ///< By actor id, such as MNLA.
    NameIndex places;   ///< By place id, such as gao.
    NameIndex regions;  ///< By name, such as Kidal.
};

}  // namespace models
