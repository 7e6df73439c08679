#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/config/range.hpp"

/// \file sim/config/toml_table.hpp
/// Typed reading of one section of a TOML file.

namespace sim {

struct TomlNode;

/// One section of a TOML file. Every getter checks type and range, and makes its key known;
/// finish() then refuses the keys that nobody asked for.
///
/// Getters come in three kinds: `number(key)` must be there, `number_or(key, fallback)` may be left
/// out, `number_if(key)` gives nothing if it is. All throw InputError with file, line, column and
/// key if the value is wrong. A section stays valid when its TomlFile is gone. Not for concurrent
/// use.
class TomlTable {
  public:
    /// A finite number in the range; an integer is a number too.
    [[nodiscard]] double number(std::string_view key, Range const& range = {}) const;
    [[nodiscard]] double number_or(std::string_view key, double fallback,
                                   Range const& range = {}) const;
    [[nodiscard]] std::optional<double> number_if(std::string_view key,
                                                  Range const& range = {}) const;

    /// A whole number in the range, written as an integer.
    [[nodiscard]] std::int64_t integer(std::string_view key, IntegerRange const& range = {}) const;
    [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t fallback,
                                          IntegerRange const& range = {}) const;
    [[nodiscard]] std::optional<std::int64_t> integer_if(std::string_view key,
                                                         IntegerRange const& range = {}) const;

    /// `true` or `false`.
    [[nodiscard]] bool boolean(std::string_view key) const;
    [[nodiscard]] bool boolean_or(std::string_view key, bool fallback) const;

    /// Text that is not empty.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback) const;
    [[nodiscard]] std::optional<std::string> text_if(std::string_view key) const;

    /// A TOML date, or the text `YYYY-MM-DD`.
    [[nodiscard]] Date date(std::string_view key) const;
    [[nodiscard]] Date date_or(std::string_view key, Date fallback) const;
    [[nodiscard]] std::optional<Date> date_if(std::string_view key) const;

    /// A path; a relative one is taken from the folder of the file that the value stands in.
    /// Whether anything is there is not checked.
    [[nodiscard]] std::filesystem::path path(std::string_view key) const;
    [[nodiscard]] std::optional<std::filesystem::path> path_if(std::string_view key) const;

    /// A list of finite numbers, each in the range; may be empty.
    [[nodiscard]] std::vector<double> numbers(std::string_view key, Range const& range = {}) const;
    [[nodiscard]] std::optional<std::vector<double>> numbers_if(std::string_view key,
                                                                Range const& range = {}) const;

    /// A list of texts, none empty; the list may be.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::optional<std::vector<std::string>> texts_if(std::string_view key) const;

    /// One of several words. \return Its position in \p choices.
    [[nodiscard]] std::size_t choice(std::string_view key,
                                     std::span<std::string_view const> choices) const;
    [[nodiscard]] std::size_t choice(std::string_view key,
                                     std::initializer_list<std::string_view> choices) const;
    [[nodiscard]] std::size_t choice_or(std::string_view key, std::size_t fallback,
                                        std::span<std::string_view const> choices) const;
    [[nodiscard]] std::size_t choice_or(std::string_view key, std::size_t fallback,
                                        std::initializer_list<std::string_view> choices) const;

    /// A section within this one.
    [[nodiscard]] TomlTable table(std::string_view key) const;
    [[nodiscard]] std::optional<TomlTable> table_if(std::string_view key) const;

    /// A list of sections, `[[key]]`; empty if there is none.
    [[nodiscard]] std::vector<TomlTable> tables(std::string_view key) const;

    /// Whether the key is there. Makes it known.
    [[nodiscard]] bool has(std::string_view key) const;

    /// Whether the key is there and holds a list, or a section. Makes it known.
    [[nodiscard]] bool is_list(std::string_view key) const;
    [[nodiscard]] bool is_section(std::string_view key) const;

    /// Make a key known and all that is below it: it was read and checked elsewhere.
    void accept(std::string_view key) const;

    /// The keys that are there, sorted. Makes none known.
    [[nodiscard]] std::vector<std::string> keys() const;

    /// The dotted name of this section, empty for the whole file.
    [[nodiscard]] std::string const& name() const noexcept { return path_; }

    /// Where a value stands, `FILE:LINE:COLUMN`; where this section stands if it is not there.
    [[nodiscard]] std::string location(std::string_view key) const;

    /// Report a fault that only a later check can see: `LOCATION: section.key = VALUE REMARK`.
    /// \param remark  Why it is wrong and what to do: `(must be after the start). Correct it.`
    /// \throws InputError always.
    [[noreturn]] void error(std::string_view key, std::string_view remark) const;

    /// Refuse every key, here and in the sections below, that no getter was asked for.
    /// \throws InputError with one line for each, naming the known key that is nearest.
    void finish() const;

  private:
    friend class TomlFile;

    TomlTable(std::shared_ptr<TomlNode> node, std::string path);

    /// The value of a key, or null. Makes it known.
    [[nodiscard]] TomlNode const* find(std::string_view key) const;
    /// The value of a key. \throws InputError quoting \p demand if it is not there.
    [[nodiscard]] TomlNode const& need(std::string_view key, std::string_view demand) const;
    [[nodiscard]] std::string path_of(std::string_view key) const;

    std::shared_ptr<TomlNode> node_;
    std::string path_;
};

}  // namespace sim
